using System.Text.RegularExpressions;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Tests;

/// <summary>Who comes without German finds no half-translated page.</summary>
public sealed partial class When_people_read_further_languages
{
    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    [InlineData("tr")]
    public void All_is_said_that_pages_with_further_languages_say(string language)
    {
        var pages = Sources("clients/portal", "*.razor")
            .Where(source => source.Contains("SpeaksFurtherLanguages]", StringComparison.Ordinal))
            .ToList();
        pages.Count.ShouldBeGreaterThanOrEqualTo(10);
        string[] around =
        [
            "Layout.razor",
            "BoardWords.cs",
            "BoardColumns.razor",
            "FieldFrame.razor",
            "ChoiceField.razor",
            "ContributionFields.razor",
            "Comments.razor",
            "WholeWay.razor",
            "Attached.razor",
            "ContributionTranslations.razor",
            "MyModeration.razor",
            "ModerationNotice.razor",
            "AnswerNews.razor",
            "AskFirst.razor",
            "Pager.razor",
            "Landkreis.cs",
            "RepresentationSheet.razor",
            "RepresentationWords.cs",
            "RepresentationChart.razor",
        ];
        var said = pages
            .Concat(Sources("clients", "*.*", around))
            .SelectMany(source => German().Matches(source).Select(match => match.Groups[1].Value));
        var known = Translations.Of(language);
        said.Where(text => !known.ContainsKey(text) && !known.ContainsKey(Marked(text)) && !OfStaff.Contains(text))
            .Distinct()
            .ShouldBeEmpty();
    }

    /// <summary>What the pages say of contributions and of what people are told when they have done something.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    [InlineData("tr")]
    public void What_is_shown_by_its_name_is_said_too(string language)
    {
        Text[] said =
        [
            .. All<ContributionKind>(Words.Of),
            .. All<StakeholderGroup>(Words.Of),
            .. All<ContributionAnswer>(Words.Of),
            .. All<TopicAreaState>(Words.Of),
            .. All<ConceptState>(Words.Of),
            .. All<Outcome>(Words.Of),
            .. All<RegistrationState>(Words.Of),
            .. All<ReasonKind>(ModerationWords.Of),
            .. All<ModeratedItem>(ModerationWords.Of),
            .. All<CaseOutcome>(ModerationWords.Of),
            .. All<ReportOutcome>(ModerationWords.Of),
            .. All<HeldFor>(ModerationWords.Of),
        ];
        var known = Translations.Of(language);
        said.Select(text => text.ToString()).Where(text => !known.ContainsKey(text)).Distinct().ShouldBeEmpty();
    }

    static IEnumerable<Text> All<T>(Func<T?, Text> of)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => of(value));

    [Fact]
    public void Days_are_told_as_the_language_does()
    {
        Translations.Language = "uk";
        try
        {
            Landkreis.Day(new DateOnly(2023, 3, 16)).ShouldContain("16 березня 2023");
        }
        finally
        {
            Translations.Language = null;
        }
        Landkreis.Day(new DateOnly(2023, 3, 16)).ShouldContain("16. März 2023");
    }

    /// <summary>Titles of methods are chosen by staff.</summary>
    static readonly string[] OfStaff = ["Sammeln", "Bedarfe", "Ziele", "Maßnahmen", "World-Café (eine Spalte je Tisch)", "Punkten"];

    [Fact]
    public void Numbers_and_names_are_taken_over()
    {
        Translations.Find("Mindestens 3 Zeichen; hier sind es 1.").ShouldBeNull("German speaks for itself");
        Translations.Language = "tr";
        try
        {
            Translations.Find("Mindestens 3 Zeichen; hier sind es 1.").ShouldBe("En az 3 karakter; burada 1 var.");
            Translations
                .Find("Das Themenfeld „Arbeit & 4 Wände“ ist abgeschlossen; sein Ergebnis ändert sich nicht mehr.")
                .ShouldBe("“Arbeit & 4 Wände” konu alanı tamamlandı; sonucu artık değişmez.");
            new Text("Was niemand übersetzt hat", "What nobody has translated").ToString().ShouldBe("Was niemand übersetzt hat");
            Should.Throw<ArgumentException>(() => Translations.Language = "xx");
        }
        finally
        {
            Translations.Language = null;
        }
    }

    /// <summary>What is put in when the page is made, as a translation has it.</summary>
    static string Marked(string text) => Inserted().Replace(text, "#").Replace("bis # Uhr", "bis #:# Uhr", StringComparison.Ordinal);

    static IEnumerable<string> Sources(string folder, string pattern, string[]? names = null) =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories)
            .Where(file => names is null || names.Contains(Path.GetFileName(file)))
            .Select(File.ReadAllText);

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integrationskonzept.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("""(?:new Text|new|Text)\(\s*\$?"([^"]+)",""")]
    private static partial Regex German();

    [GeneratedRegex(@"\{[^}]+\}|[0-9]+")]
    private static partial Regex Inserted();
}
