package wrong.frontdesk.integrations;

/// A vendor that booking must not know.
public record Vendor(String name) {}
