package org.safeguardinghub.console.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes a PDF that screen readers can follow (PDF/UA) of a page that is well-formed XML and brings
 * its style with it. Nothing is fetched from anywhere.
 */
public final class PackPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // It logs what it lays out, which is about a child.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
  }

  /** The document's bytes. */
  public byte[] of(String page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useFont(font(), "Liberation Sans");
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the PDF could not be written", e);
    }
    return out.toByteArray();
  }

  /** Part of the library that writes the PDF. */
  private static FSSupplier<InputStream> font() {
    return () -> {
      InputStream font = PDDocument.class.getResourceAsStream(FONT);
      if (font == null) {
        throw new IllegalStateException("the font is missing from the PDF library");
      }
      return font;
    };
  }
}
