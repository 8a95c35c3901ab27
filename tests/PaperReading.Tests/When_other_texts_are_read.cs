namespace Integrationskonzept.PaperReading.Tests;

public sealed class When_other_texts_are_read
{
    [Fact]
    public void Unrelated_text_is_no_paper()
    {
        var reading = Paper.Read("kein-papier.txt");
        reading.Outcome.ShouldBe(ReadingOutcome.NotAPaper);
        reading.ReasonGerman.ShouldNotBeNullOrEmpty();
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe("not-a-paper");
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \r\n\t\u00A0")]
    public void Nothing_is_empty(string? text) => PaperReader.Read(text).Outcome.ShouldBe(ReadingOutcome.Empty);

    [Theory]
    [InlineData("%PDF-1.7\n\0\u0001"), InlineData("Betreff\u0007"), InlineData("PK\u0003\u0004")]
    public void Other_files_are_binary(string text)
    {
        var reading = PaperReader.Read(text);
        reading.Outcome.ShouldBe(ReadingOutcome.Binary);
        char.IsControl(text[reading.Findings.ShouldHaveSingleItem().At!.Value.Offset]).ShouldBeTrue();
    }

    [Theory]
    [
        InlineData("Betreff:"),
        InlineData("|||\n|---|\nBeratungsfolge\n||\n"),
        InlineData("Beschlussvorschlag:\nDatum\t99.99.9999\nKosten: 1.2.3 € (("),
        InlineData("Vorlage Nr. /\nBeratungsfolge\nKreistag 31.02.2024")
    ]
    [
        InlineData("<b"),
        InlineData("&"),
        InlineData("**"),
        InlineData("\ud800 Betreff: \udfff"),
        InlineData("Beschlussvorschlag\n12 x 0,5-Tages-Workshops à = €")
    ]
    public void Fragments_are_survived(string text) => Check(text);

    [Fact]
    public void Mutations_never_throw_and_places_stay_inside()
    {
        var random = new Random(320_2022);
        const string alphabet = "|\t\n :-*•.,()<>&€×x0123456789äAzÖ\u2028\ud83d \u00A0=/";
        for (var round = 0; round < 1500; round++)
        {
            var text = Paper.Text(Paper.All[round % Paper.All.Length]).ToList();
            for (var change = random.Next(1, 40); change > 0 && text.Count > 0; change--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0:
                        text[at] = alphabet[random.Next(alphabet.Length)];
                        break;
                    case 1:
                        text.Insert(at, alphabet[random.Next(alphabet.Length)]);
                        break;
                    case 2:
                        text.RemoveRange(at, Math.Min(random.Next(1, 60), text.Count - at));
                        break;
                    default:
                        text.InsertRange(
                            at,
                            text.GetRange(random.Next(text.Count), 0).Concat(text.Skip(random.Next(text.Count)).Take(80)).ToList()
                        );
                        break;
                }
            }

            Check(new string([.. text]));
        }
    }

    [Theory]
    [
        InlineData("Kreistag\t16.09.2022\tEntscheidung\n"),
        InlineData("12 x 0,5-Tages-Workshops à ca. 500 € = 6.000 € ("),
        InlineData("- Themenfeld alle zwei Monate ein\n"),
        InlineData("1.000.000.000"),
        InlineData("<"),
        InlineData("Workshop "),
        InlineData("\n")
    ]
    [
        InlineData("ein ein ein "),
        InlineData("bis Ende "),
        InlineData("a: "),
        InlineData("Gesamtkosten "),
        InlineData("Begründung:\n"),
        InlineData("VL-320/2022 "),
        InlineData("€ ")
    ]
    public async Task Five_mebibytes_of_anything_are_read_in_time_in_proportion(string pattern)
    {
        const string head =
            "Beschlussvorlage\nVL-1/2024\nBetreff: X\nBeratungsfolge\nKreistag 01.02.2024 Entscheidung\n\nFinanzielle Auswirkungen:\n";
        var text = head + string.Concat(Enumerable.Repeat(pattern, 5 * 1024 * 1024 / pattern.Length));
        // Quadratic work on this many characters would take hours, so the bound can be generous to a busy machine.
        await Task.Run(() => Check(text)).WaitAsync(TimeSpan.FromMinutes(2));
    }

    static void Check(string text)
    {
        var r = PaperReader.Read(text);
        Position?[] places =
        [
            r.Kind?.At,
            r.Reference?.At,
            r.Subject?.At,
            r.Office?.At,
            r.Date?.At,
            r.Resolution?.At,
            r.FinancialEffects?.At,
            r.Reasoning?.At,
            r.LeadUnit?.At,
            r.Programme.StatedTotal?.At,
            r.Cadence?.At,
            r.Deadline?.At,
            .. r.Clerks.Select(x => (Position?)x.At),
            .. r.Consultations.Select(x => (Position?)x.At),
            .. r.Programme.Events.Select(x => (Position?)x.At),
            .. r.TopicAreas.Select(x => (Position?)x.At),
            .. r.StakeholderGroups.Select(x => (Position?)x.At),
            .. r.Findings.Select(x => x.At),
        ];
        foreach (var place in places.OfType<Position>())
        {
            if (
                place.Offset >= 0
                && place.Length >= 0
                && place.Offset + place.Length <= text.Length
                && place.Line >= 1
                && place.Column >= 1
            )
                continue;
            Assert.Fail($"{place} is outside of {text.Length} characters");
        }
    }

    [Theory]
    [InlineData("DS-IX-0412/24")]
    [InlineData("DS-292/2026")]
    [InlineData("BV/0815/24")]
    [InlineData("12/345")]
    public void A_number_keeps_all_its_parts(string number) =>
        PaperReader
            .Read($"# Vorlage Nr. {number}\n\nBetreff: Konzept\n\nBeschlussvorschlag: Der Kreistag beschließt das Konzept.\n")
            .Reference!.Value.ShouldBe(number);
}
