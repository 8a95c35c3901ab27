using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integrationskonzept.Rendering.Tests;

[Collection("one browser at a time")]
public sealed class When_a_document_reaches_out(RenderingService service) : IClassFixture<RenderingService>
{
    [Theory]
    [InlineData("pdf"), InlineData("docx"), InlineData("odt"), InlineData("epub")]
    public async Task Nothing_is_read_and_nobody_is_called(string format)
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "GEHEIMNIS");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var background = BackgroundRule(address);
        try
        {
            var bytes = await service.RenderAsync(
                format,
                $"""
                <!doctype html><html><head><meta name="css" content="{secret}"><meta name="cover-image" content="{secret}">
                <link rel="preconnect" href="{address}"><link rel="stylesheet" href="{address}/a.css">
                <meta http-equiv="refresh" content="0;url={address}/b"><style>@import url({address}/c); body{background}</style></head>
                <body><p>Sichtbar</p><iframe src="file://{secret}"></iframe><iframe src="{address}/e"></iframe>
                <img alt="Bildtext" src="{address}/f.png"><img src="{secret}" alt="Zwei">
                <object data="file://{secret}"></object><embed src="{address}/g"><video src="{address}/h"></video>
                <script>fetch("{address}/i"); document.write("GEHEIMNIS")</script></body></html>
                """
            );
            var text = TextOf(format, bytes);
            text.ShouldContain("Sichtbar");
            text.ShouldNotContain("GEHEIMNIS");
            listener.Pending().ShouldBeFalse("somebody called");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task Office_formats_keep_inline_pictures_and_the_words_of_others()
    {
        const string pixel =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
        var bytes = await service.RenderAsync(
            "docx",
            $"<h1>Größe</h1><p><img alt=Punkt src='{pixel}'> <img alt=Ersatztext src='http://127.0.0.1/x.png'></p>"
        );
        using var archive = new ZipArchive(new MemoryStream(bytes));
        archive.Entries.ShouldContain(e => e.FullName.EndsWith(".png", StringComparison.Ordinal));
        TextOf("docx", bytes).ShouldContain("Ersatztext");
        TextOf("docx", bytes).ShouldContain("Größe");
    }

    static string BackgroundRule(string address) => "{ background: url(" + address + "/d) }";

    static string TextOf(string format, byte[] bytes)
    {
        if (format == "pdf")
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(bytes);
            return RenderingService.TextOf(pdf);
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
