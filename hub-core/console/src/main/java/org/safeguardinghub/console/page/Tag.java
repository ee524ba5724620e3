package org.safeguardinghub.console.page;

/** A coloured word; the colour says nothing that the word does not. */
public record Tag(String text, String css) {}
