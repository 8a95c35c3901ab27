namespace Integrationskonzept.PaperReading.Tests;

/// <summary>Samples in our own words, in the layouts of the council systems; beside each what it says.</summary>
public sealed class When_papers_of_every_council_are_read
{
    public static TheoryData<string> Papers => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Papers");

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_field_is_right(string name)
    {
        var file = Path.GetFileName(Directory.GetFiles(Folder, $"{name}.*").Single(path => !path.EndsWith(".json", StringComparison.Ordinal)));
        var read = Paper.Read(file);
        read.Outcome.ShouldBe(ReadingOutcome.Paper);
        var fields = Expected.Of(file).Compare(read).ToList();
        fields.Where(field => !field.IsRight).Select(field => field.ToString()).ShouldBeEmpty();
    }
}
