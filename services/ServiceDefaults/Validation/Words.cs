namespace Integrationskonzept.ServiceDefaults.Validation;

/// <summary>What people write into a field.</summary>
public static class Words
{
    /// <summary>The text without blanks around it; blank is none.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
