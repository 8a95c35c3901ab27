using System.IO.Compression;
using System.Net;
using System.Text;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_paper_comes_as_a_file(DraftingService service)
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Theory]
    [InlineData(Word)]
    [InlineData("application/octet-stream")]
    [InlineData("application/pdf")]
    public async Task Its_content_tells_what_it_is(string type)
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await SendAsync(given, Docx(Given.Example), type).ReadAsync<PaperDto>();
        (paper.Reference, paper.Content.StatedTotal, paper.Consultations.Count).ShouldBe(("VL-320/2022", 7000m, 2));
        var text = await given.Coordinator.GetStringAsync($"{given.Api}/papers/{paper.Id}/text");
        text.ShouldContain("Integrationskonzept");
        var places = await given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}/places").ReadAsync<IReadOnlyList<PaperPlace>>();
        var subject = places.Single(place => place.Field == "content.subject").Position;
        text.Substring(subject.Offset, subject.Length).ShouldContain(paper.Content.Subject);
    }

    [Fact]
    public async Task What_cannot_be_read_says_why_and_nothing_is_stored()
    {
        var given = await Given.ALandkreisAsync(service);
        (byte[] File, string Problem)[] files =
        [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "paper-encrypted"),
            (Zip(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "")), "paper-has-macros"),
            (Zip(("word/document.xml", "<a>" + new string(' ', 60_000_000) + "</a>")), "paper-unpacks-too-large"),
            (Zip(("word/document.xml", "<!DOCTYPE a []><a/>")), "paper-broken"),
            (Zip(("any.txt", "")), "paper-format-unknown"),
            (Docx("Brot, Milch, Käse"), "not-a-paper"),
            ([], "paper-empty"),
        ];
        foreach (var (file, problem) in files)
            await SendAsync(given, file, "application/octet-stream").ProblemAsync(422, problem);
        await SendAsync(given, Docx(Given.Example), "image/png").ProblemAsync(415, "unsupported-media-type");
        await SendAsync(given, new byte[5 * 1024 * 1024 + 1], "application/pdf").ProblemAsync(413, "paper-too-large");
        (await given.Coordinator.GetAsync($"{given.Api}/papers").ReadAsync<Page<PaperDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sparse_paper_is_taken_with_what_is_missing()
    {
        var given = await Given.ALandkreisAsync(service);
        const string Sparse =
            "Konzept für das Zusammenleben im Landkreis\n\nDer Kreistag möge beschließen:\n\nEin Konzept wird entwickelt.\n";
        var paper = await given.ImportAsync(Sparse);
        (paper.Content.Subject, paper.Content.Resolution).ShouldBe(
            ("Konzept für das Zusammenleben im Landkreis", "Ein Konzept wird entwickelt.")
        );
        (paper.Content.Date, paper.Content.StatedTotal, paper.Content.TopicAreas.Count).ShouldBe((null, null, 0));
        foreach (var field in new[] { "reference", "date", "consultations", "programme", "topicAreas", "deadline" })
            paper.Findings.ShouldContain(finding => finding.Code == "not-found" && finding.Field == field, field);
    }

    [Fact]
    public async Task The_Kreistag_is_known_with_the_Landkreis_in_its_name()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync(Given.Example.Replace("| Kreistag |", "| Kreistag des Landkreises Beispiel |"));
        paper.Consultations.Single(step => step.Authoritative).Organization.ShouldBe("Kreistag");
        paper.Findings.ShouldNotContain(finding => finding.Code == "council-missing");
    }

    static Task<HttpResponseMessage> SendAsync(Given given, byte[] file, string type)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new(type);
        return given.Coordinator.PostAsync($"{given.Api}/papers/import-file", content);
    }

    static byte[] Docx(string text)
    {
        var paragraphs = text.Split('\n').Select(line => $"<w:p><w:r><w:t>{WebUtility.HtmlEncode(line)}</w:t></w:r></w:p>");
        return Zip(
            (
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + $"{string.Concat(paragraphs)}</w:body></w:document>"
            )
        );
    }

    static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open(), Encoding.UTF8);
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
