namespace Integrationskonzept.PaperReading.Tests;

/// <summary>Samples in our own words, in the layouts of the council systems; beside each what it says.</summary>
public sealed class When_papers_of_every_council_are_read
{
    public static TheoryData<string> Papers => [.. Paper.Expected];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_field_is_right(string name)
    {
        var read = Paper.Read(name);
        read.Outcome.ShouldBe(ReadingOutcome.Paper);
        Wrong(name, read).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void What_is_missing_is_said(string name)
    {
        var read = Paper.Read(name);
        var missing = Expected.Of(name).Compare(read).Where(field => string.IsNullOrEmpty(field.Read) && field.Of != "programme");
        foreach (var field in missing)
            read.Findings.ShouldContain(finding => finding.Code == "not-found" && finding.Field == field.Of, field.Name);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void However_it_was_copied_it_says_the_same(string name)
    {
        foreach (var (how, text) in Mutations.Of(Paper.Text(name)))
            Wrong(name, PaperReader.Read(text), Straight).ShouldBeEmpty(how);
    }

    [Fact]
    public void Sums_at_odds_are_both_named()
    {
        var finding = Paper.Read("widerspruch.txt").Findings.Single(one => one.Code == "totals-at-odds");
        finding.German.ShouldContain("8.140 €");
        finding.German.ShouldContain("8.410 €");
    }

    [Fact]
    public void Of_what_has_no_label_it_is_said_how_sure_it_is()
    {
        var read = Paper.Read("sdnet-rhin.txt");
        read.Subject!.Sureness.ShouldBe(Sureness.Likely);
        read.Findings.ShouldContain(one => one.Code == "likely" && one.Field == "subject" && one.At == read.Subject.At);
        Paper.Read("vl-320-2022.txt").Subject!.Sureness.ShouldBe(Sureness.Certain);
    }

    [Theory]
    [InlineData("Einkaufsliste\n\nBrot, Milch, Käse")]
    [InlineData("Sehr geehrte Damen und Herren,\n\nanbei die Unterlagen zum Integrationskonzept vom 3. Mai 2024.")]
    public void What_has_neither_a_subject_nor_a_resolution_is_no_paper(string text) =>
        PaperReader.Read(text).Outcome.ShouldBe(ReadingOutcome.NotAPaper);

    static IEnumerable<string> Wrong(string name, Reading read, Func<string?, string?>? written = null) =>
        Expected
            .Of(name)
            .Compare(read)
            .Select(field => field with { Read = written is null ? field.Read : written(field.Read) })
            .Where(field => !field.IsRight)
            .Select(field => field.ToString());

    static string? Straight(string? words) => words?.Replace('„', '"').Replace('“', '"');
}
