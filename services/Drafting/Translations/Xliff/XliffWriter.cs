using System.Text;
using System.Xml;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>Writes an XLIFF 2.0 document, section by section.</summary>
sealed class XliffWriter(Stream stream, string language) : IAsyncDisposable
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // New lines of the Markdown come back as they were; no indentation, as blanks within a text count.
    readonly XmlWriter xml = XmlWriter.Create(
        stream,
        new()
        {
            Async = true,
            Encoding = Utf8,
            NewLineHandling = NewLineHandling.Entitize,
        }
    );

    public async Task BeginAsync()
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "xliff", XliffDocument.Namespace);
        await AttributeAsync("version", "2.0");
        await AttributeAsync("srcLang", TranslationLanguage.Source);
        await AttributeAsync("trgLang", language);
    }

    /// <param name="id">Of the file.</param>
    /// <param name="original">Address of the section's revision.</param>
    /// <param name="note">For the people who translate.</param>
    /// <param name="title">The heading.</param>
    /// <param name="units">The text.</param>
    public async Task WriteAsync(string id, string original, string note, XliffUnit title, IReadOnlyList<XliffUnit> units)
    {
        await LineAsync();
        await StartAsync("file");
        await AttributeAsync("id", id);
        await AttributeAsync("original", original);
        await AttributeAsync("srcDir", "ltr");
        await AttributeAsync("trgDir", "auto");
        await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await StartAsync("notes");
        await StartAsync("note");
        await xml.WriteStringAsync(note);
        await EndAsync();
        await EndAsync();
        await UnitAsync(XliffDocument.TitleUnit, title);
        foreach (var (index, unit) in units.Index())
            await UnitAsync($"p{index + 1}", unit);
        await EndAsync();
        await xml.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await xml.WriteEndDocumentAsync();
        await xml.DisposeAsync();
    }

    async Task UnitAsync(string id, XliffUnit unit)
    {
        await LineAsync();
        await StartAsync("unit");
        await AttributeAsync("id", id);
        await MarksAsync(unit.Before);
        await StartAsync("segment");
        await AttributeAsync("state", unit.Target is null ? "initial" : "translated");
        await TextAsync("source", unit.Source);
        if (unit.Target is not null)
            await TextAsync("target", unit.Target);
        await EndAsync();
        await MarksAsync(unit.After);
        await EndAsync();
    }

    async Task MarksAsync(string marks)
    {
        if (marks.Length == 0)
            return;
        await StartAsync("ignorable");
        await TextAsync("source", marks);
        await EndAsync();
    }

    async Task TextAsync(string name, string text)
    {
        await StartAsync(name);
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && Length(text, end) is > 0 and var length)
                end += length;
            await xml.WriteStringAsync(text[at..end]);
            at = end;
            if (at == text.Length)
                break;
            // What XML can't hold has an element of its own.
            await StartAsync("cp");
            await AttributeAsync("hex", $"{(int)text[at++]:X4}");
            await EndAsync();
        }
        await EndAsync();
    }

    /// <summary>Of the character there, if XML takes it.</summary>
    static int Length(string text, int at) =>
        XmlConvert.IsXmlChar(text[at]) ? 1
        : at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]) ? 2
        : 0;

    Task StartAsync(string name) => xml.WriteStartElementAsync(null, name, XliffDocument.Namespace);

    Task EndAsync() => xml.WriteEndElementAsync();

    Task AttributeAsync(string name, string value) => xml.WriteAttributeStringAsync(null, name, null, value);

    Task LineAsync() => xml.WriteWhitespaceAsync("\n");
}
