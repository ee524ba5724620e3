package org.safeguardinghub.console.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

/** Serves the files that pages use, and says whether the console is up. */
@Controller
final class AssetController {
  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @Get("/assets/{name}")
  HttpResponse<?> asset(@PathVariable String name) {
    return assets
        .find(name)
        .<HttpResponse<?>>map(
            asset -> HttpResponse.ok(asset.text()).contentType(asset.type() + ";charset=utf-8"))
        .orElseGet(HttpResponse::notFound);
  }

  @Get("/health")
  HttpResponse<?> health() {
    return HttpResponse.ok("{\"status\":\"UP\"}").contentType("application/json");
  }
}
