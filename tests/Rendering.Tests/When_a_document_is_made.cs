using System.IO.Compression;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Integrationskonzept.Rendering.Tests;

[Collection("one browser at a time")]
public sealed class When_a_document_is_made(RenderingService service) : IClassFixture<RenderingService>
{
    const string Pixel =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    static readonly string Paragraphs = string.Concat(Enumerable.Range(1, 100).Select(i => $"<p>Absatz {i}</p>"));

    static readonly string Html = $"""
        <!doctype html><html lang="de"><head><title>anders</title></head><body><h1>Überblick</h1><p>Äpfel, Öl, Übung, Maß</p>
        <h2>Weiter</h2><img alt="Punkt" src="{Pixel}">
        {Paragraphs}<h2>Schluss</h2><p lang="ar" dir="rtl">مرحبا</p></body></html>
        """;

    [Fact]
    public async Task The_text_keeps_umlauts_and_Arabic_and_gets_page_numbers()
    {
        using var pdf = await service.PdfAsync(Html);
        var text = RenderingService.TextOf(pdf);
        text.ShouldContain("Äpfel, Öl, Übung, Maß");
        pdf.NumberOfPages.ShouldBeGreaterThan(1);
        text.ShouldContain($"Seite 1 von {pdf.NumberOfPages}");
        text.ShouldContain($"Seite {pdf.NumberOfPages} von {pdf.NumberOfPages}");
        string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value))
            .Normalize(System.Text.NormalizationForm.FormKC)
            .ShouldContain("م");
    }

    [Fact]
    public async Task It_is_tagged_and_has_language_title_and_an_outline()
    {
        using var pdf = await service.PdfAsync(Html);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        catalog.Data.ContainsKey("StructTreeRoot").ShouldBeTrue();
        Dictionary(pdf, catalog.Data["MarkInfo"]).Data["Marked"].ShouldBe(BooleanToken.True);
        ((HexToken)catalog.Data["Lang"]).Data.ShouldBe("de");
        Dictionary(pdf, catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"].ShouldBe(BooleanToken.True);
        pdf.Information.Title.ShouldBe("Prüfdokument");
        pdf.Information.Author.ShouldBe("Sozialamt");
        pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        bookmarks.GetNodes().Select(n => n.Title).ShouldBe(["Überblick", "Weiter", "Schluss"]);
        new[] { "H1", "H2", "P", "Figure" }.Except(TagsOf(pdf, catalog.Data["StructTreeRoot"])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_metadata_claim_PDF_UA_1()
    {
        using var pdf = await service.PdfAsync(Html);
        pdf.TryGetXmpMetadata(out var metadata).ShouldBeTrue();
        var xml = XDocument.Load(new MemoryStream(metadata.GetXmlBytes().ToArray()));
        xml.Descendants(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/")).Single().Value.ShouldBe("1");
        xml.Descendants(XName.Get("title", "http://purl.org/dc/elements/1.1/")).Single().Value.ShouldContain("Prüfdokument");
        xml.Descendants(XName.Get("language", "http://purl.org/dc/elements/1.1/")).Single().Value.ShouldBe("de");
    }

    [Fact]
    public async Task English_documents_number_pages_in_English_and_a_fragment_is_enough()
    {
        using var pdf = await service.PdfAsync("<h1>Hello</h1>", "en");
        RenderingService.TextOf(pdf).ShouldContain("Page 1 of 1");
    }

    [Fact]
    public async Task The_callers_own_page_numbers_win()
    {
        using var pdf = await service.PdfAsync(
            "<style>@page { size: A5; @bottom-left { content: 'Blatt ' counter(page) } }</style><p>Text</p>"
        );
        RenderingService.TextOf(pdf).ShouldContain("Blatt 1");
        RenderingService.TextOf(pdf).ShouldNotContain("Seite");
        pdf.GetPage(1).Width.ShouldBeInRange(415, 425);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes()
    {
        var first = new Dictionary<string, byte[]>();
        foreach (var format in new[] { "pdf", "docx", "odt", "epub" })
            first[format] = await service.RenderAsync(format, Html);
        foreach (var (format, bytes) in first)
        {
            (await service.RenderAsync(format, Html)).ShouldBe(bytes, format);
            if (format != "pdf")
                DatesIn(bytes).ShouldBe([new(2023, 9, 30, 10, 0, 0)], format);
        }
    }

    /// <summary>Of the entries; they know steps of two seconds, so two files made at once could be alike by chance.</summary>
    static List<DateTime> DatesIn(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct().ToList();
    }

    static DictionaryToken Dictionary(PdfDocument pdf, IToken token) =>
        token as DictionaryToken ?? (DictionaryToken)pdf.Structure.GetObject(((IndirectReferenceToken)token).Data).Data;

    static HashSet<string> TagsOf(PdfDocument pdf, IToken root)
    {
        var tags = new HashSet<string>();
        var open = new Stack<IToken>([root]);
        while (open.TryPop(out var token))
        {
            if (token is IndirectReferenceToken reference)
                token = pdf.Structure.GetObject(reference.Data).Data;
            if (token is ArrayToken array)
                foreach (var item in array.Data)
                    open.Push(item);
            if (token is not DictionaryToken dictionary)
                continue;
            if (dictionary.Data.TryGetValue("S", out var tag) && tag is NameToken name)
                tags.Add(name.Data);
            if (dictionary.Data.TryGetValue("K", out var children))
                open.Push(children);
        }

        return tags;
    }
}
