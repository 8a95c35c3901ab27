namespace Integrationskonzept.PaperSources;

/// <summary>The kinds of files that papers come in.</summary>
public enum SourceFormat
{
    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>Word, as Office Open XML.</summary>
    Docx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>PDF with text.</summary>
    Pdf,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>An OParl Paper as JSON.</summary>
    OParl,
}

/// <summary>Why a file can't be read.</summary>
public enum SourceFault
{
    /// <summary>Its parts don't fit together: damaged, or not what it says that it is.</summary>
    Broken,

    /// <summary>It is encrypted or needs a password.</summary>
    Encrypted,

    /// <summary>It has pictures of text, but no text.</summary>
    NoText,

    /// <summary>Unpacked it is larger than a paper can be.</summary>
    TooLarge,

    /// <summary>It has macros.</summary>
    Macros,

    /// <summary>It is nothing that a paper comes in.</summary>
    Unknown,
}

/// <summary>A file that can't be read.</summary>
public sealed class SourceUnreadableException(SourceFault fault, Exception? inner = null)
    : Exception($"The file can't be read: {fault}.", inner)
{
    /// <summary>Why.</summary>
    public SourceFault Fault { get; } = fault;
}
