using System.Diagnostics;
using System.Globalization;

namespace Integrationskonzept.Rendering.Tests;

[Collection("one browser at a time")]
public sealed class RecoveryTests
{
    [Fact]
    public async Task After_the_browser_was_killed_the_next_document_is_made()
    {
        await using var service = new RenderingService();
        var others = BrowsersBelow(Environment.ProcessId);
        await service.RenderAsync("pdf", "<p>eins</p>");
        var mine = BrowsersBelow(Environment.ProcessId).Except(others).ToList();
        var browser = mine.ShouldHaveSingleItem();
        using (var process = Process.GetProcessById(browser)) process.Kill();
        await service.RenderAsync("pdf", "<p>zwei</p>");
        BrowsersBelow(Environment.ProcessId).Except(others).ShouldHaveSingleItem().ShouldNotBe(browser);
    }

    [Fact]
    public async Task Eight_at_once_all_get_their_own_document_while_browsers_are_replaced()
    {
        await using var service = RenderingService.With(("RendersPerBrowser", "3"));
        var texts = await Task.WhenAll(Enumerable.Range(1, 8).Select(async i =>
        {
            using var pdf = await service.PdfAsync($"<p>Nummer{i}</p>");
            return RenderingService.TextOf(pdf);
        }));
        for (var i = 1; i <= 8; i++) texts[i - 1].ShouldContain($"Nummer{i}");
    }

    /// <summary>Main processes of Chromium among the descendants of a process; helpers carry a --type.</summary>
    private static List<int> BrowsersBelow(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)) continue;
            if (Read($"{folder}/stat") is { Length: > 0 } stat) parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
        }

        return [.. parents.Keys.Where(id => IsBelow(id) && Read($"/proc/{id}/cmdline") is var line
            && line.Split('\0')[0].EndsWith("/chromium", StringComparison.Ordinal) && line.Contains("--remote-debugging", StringComparison.Ordinal) && !line.Contains("--type=", StringComparison.Ordinal))];

        bool IsBelow(int id)
        {
            while (parents.TryGetValue(id, out var parent))
            {
                if (parent == root) return true;
                id = parent;
            }

            return false;
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
