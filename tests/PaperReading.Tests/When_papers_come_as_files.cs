using System.Text;
using Integrationskonzept.PaperSources;

namespace Integrationskonzept.PaperReading.Tests;

public sealed class When_papers_come_as_files
{
    static readonly (string Kind, Func<string, byte[]> Make)[] Files =
    [
        ("docx", FileMaking.Docx),
        ("odt", FileMaking.Odt),
        ("html", FileMaking.Html),
        ("pdf", FileMaking.Pdf),
    ];

    /// <summary>Those without cells that a program wrapped: in a file a cell is a cell.</summary>
    public static TheoryData<string> Papers => ["auf-dem-weg.md", "md-tabelle.md", "kreiskonferenz.md", "an-den.txt", "rubin-bullets.txt"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void They_say_the_same_as_their_text(string name)
    {
        foreach (var (kind, make) in Files)
        {
            // Tables have no lines in a PDF.
            if (kind == "pdf" && name == "md-tabelle.md")
                continue;
            var (format, text) = PaperSource.Read(make(Paper.Text(name)));
            format.ToString().ShouldBe(kind, StringCompareShould.IgnoreCase);
            var read = PaperReader.Read(text);
            Expected
                .Of(name)
                .Compare(read)
                .Where(field => !field.IsRight && !IsDash(field))
                .Select(field => field.ToString())
                .ShouldBeEmpty(kind);
        }
    }

    static bool IsDash(ReadField field) => field.Wanted?.Replace('–', '-') == field.Read?.Replace('–', '-');

    [Fact]
    public void Text_in_Windows_1252_and_UTF_16_is_text()
    {
        const string Words = "Begründung: Straße – 5 €";
        foreach (
            var encoding in new[]
            {
                CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                Encoding.UTF8,
                Encoding.Unicode,
                Encoding.BigEndianUnicode,
            }
        )
            PaperSource
                .Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)])
                .ShouldBe((SourceFormat.Text, Words), encoding.WebName);
    }

    [Fact]
    public void An_OParl_paper_brings_its_fields_and_the_text_of_its_file()
    {
        const string Json = """
            { "id": "https://oparl.example.org/paper/1", "type": "https://schema.oparl.org/1.1/Paper", "name": "Integrationskonzept",
              "reference": "VL-7/2026", "date": "2026-03-01", "paperType": "Beschlussvorlage",
              "mainFile": { "type": "https://schema.oparl.org/1.1/File",
                            "text": "Beschlussvorschlag:\nDer Kreistag beschließt das Konzept." } }
            """;
        var read = PaperReader.Read(PaperSource.Read(Encoding.UTF8.GetBytes(Json)).Text);
        (read.Reference!.Value, read.Date!.Value, read.Subject!.Value).ShouldBe(("VL-7/2026", new(2026, 3, 1), "Integrationskonzept"));
        read.Resolution!.Value.ShouldBe("Der Kreistag beschließt das Konzept.");
    }

    public static TheoryData<string, SourceFault> Unreadable =>
        new()
        {
            { "bomb", SourceFault.TooLarge },
            { "parts", SourceFault.TooLarge },
            { "macros", SourceFault.Macros },
            { "doctype", SourceFault.Broken },
            { "no document", SourceFault.Unknown },
            { "cut off", SourceFault.Broken },
            { "old word", SourceFault.Encrypted },
            { "encrypted odt", SourceFault.Encrypted },
            { "empty pdf", SourceFault.NoText },
            { "cut off pdf", SourceFault.Broken },
            { "oparl meeting", SourceFault.Unknown },
            { "oparl lies", SourceFault.Broken },
            { "oparl date", SourceFault.Broken },
            { "json list", SourceFault.Broken },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_can_t_be_read_says_why(string what, SourceFault fault) =>
        Should.Throw<SourceUnreadableException>(() => PaperSource.Read(File(what))).Fault.ShouldBe(fault);

    static byte[] File(string what) =>
        what switch
        {
            "bomb" => FileMaking.Zip(("word/document.xml", "<a>" + new string(' ', 60_000_000) + "</a>")),
            "parts" => FileMaking.Zip([.. Enumerable.Range(0, 6000).Select(number => ($"{number}", ""))]),
            "macros" => FileMaking.Zip(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "")),
            "doctype" => FileMaking.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>")),
            "no document" => FileMaking.Zip(("readme.txt", "")),
            "cut off" => FileMaking.Docx("Beschluss")[..60],
            "old word" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "encrypted odt" => FileMaking.Zip(("content.xml", "?"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")),
            "empty pdf" => FileMaking.Pdf(""),
            "cut off pdf" => FileMaking.Pdf("Beschluss")[..40],
            "oparl meeting" => """{ "type": "https://schema.oparl.org/1.1/Meeting" }"""u8.ToArray(),
            "oparl lies" => """{ "type": "https://schema.oparl.org/1.1/Paper", "name": ["x"] }"""u8.ToArray(),
            "oparl date" => """{ "type": "https://schema.oparl.org/1.1/Paper", "date": "gestern" }"""u8.ToArray(),
            _ => """{ "type": """u8.ToArray(),
        };

    [Fact]
    public void Spoiled_files_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261128);
        var files = Files.Select(file => file.Make(Paper.Text("rubin-bullets.txt"))).ToList();
        for (var round = 0; round < 400; round++)
        {
            var spoiled = files[round % files.Count].ToArray();
            for (var hit = random.Next(1, 12); hit > 0; hit--)
                spoiled[random.Next(spoiled.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                spoiled = spoiled[..random.Next(spoiled.Length)];
            try
            {
                PaperReader.Read(PaperSource.Read(spoiled).Text);
            }
            catch (SourceUnreadableException) { }
        }
    }
}
