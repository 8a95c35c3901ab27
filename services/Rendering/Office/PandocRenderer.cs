using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integrationskonzept.Rendering.Problems;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Rendering.Office;

/// <summary>Makes DOCX, ODT and EPUB by pandoc, through standard input and output.</summary>
sealed class PandocRenderer(IOptions<RenderingOptions> options)
{
    public async Task<byte[]> RenderAsync(Document document, Format format, CancellationToken ct)
    {
        // pandoc stamps files with the present unless told otherwise.
        var epoch = document.Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        // Reading is done in the sandbox. Writing can't be, where pandoc keeps its templates in files as Debian's does, and so
        // gets nothing from which it could be led to a file or an address.
        var read = await RunAsync(["--sandbox", "--from=html", "--to=json"], Encoding.UTF8.GetBytes(document.Html), epoch, ct);
        var written = await RunAsync(WriterArguments(document, format), SafeContent.From(read), epoch, ct);
        return ZipDates.Set(written, document.Created);
    }

    /// <summary>The first line of what pandoc says of itself.</summary>
    public async Task<string> VersionAsync(CancellationToken ct)
    {
        var output = await RunAsync(["--version"], [], "0", ct);
        return Encoding.UTF8.GetString(output).Split('\n')[0].Trim();
    }

    async Task<byte[]> RunAsync(IEnumerable<string> arguments, byte[] input, string epoch, CancellationToken ct)
    {
        var start = new ProcessStartInfo(options.Value.PandocPath)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SOURCE_DATE_EPOCH"] = epoch },
        };
        // Markup can be small and its tree huge; the haskell runtime stops at this size.
        foreach (var argument in (string[])["+RTS", "-M1g", "-RTS", .. arguments])
            start.ArgumentList.Add(argument);

        using var process = Start(start);
        try
        {
            var output = ReadAllAsync(process.StandardOutput.BaseStream, ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await WriteInputAsync(process, input, ct);
            await process.WaitForExitAsync(ct);
            await errors;
            return process.ExitCode == 0 ? await output : throw RenderingProblem.Failed();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    static IEnumerable<string> WriterArguments(Document document, Format format)
    {
        yield return "--from=json";
        yield return "--to=" + (format.Name == "epub" ? "epub3" : format.Name);
        yield return "--standalone";
        yield return "--output=-";
        // Values pass as one argument each, so that nothing in a title is read as an option.
        yield return "--metadata=title:" + document.Title;
        yield return "--metadata=lang:" + document.Language;
        yield return "--metadata=date:" + document.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (document.Author is { } author)
            yield return "--metadata=author:" + author;
        if (document.Subject is { } subject)
            yield return "--metadata=subject:" + subject;
        if (format.Name == "epub")
            yield return "--metadata=identifier:urn:sha256:" + ContentHash.Of(document);
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw RenderingProblem.PandocMissing();
        }
        catch (Win32Exception)
        {
            throw RenderingProblem.PandocMissing();
        }
    }

    static async Task WriteInputAsync(Process process, byte[] input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // pandoc gave up before reading everything; its exit code says so.
        }
    }

    static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, ct);
        return buffer.ToArray();
    }
}
