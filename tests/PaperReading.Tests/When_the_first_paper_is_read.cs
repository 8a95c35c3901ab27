namespace Integrationskonzept.PaperReading.Tests;

/// <summary>The facts, figures and layout of the first paper that the platform had to understand, in our words.</summary>
public sealed class When_the_first_paper_is_read
{
    readonly string text = Paper.Text("vl-320-2022.txt");
    readonly Reading reading = Paper.Read("vl-320-2022.txt");

    [Fact]
    public void Its_head_is_understood()
    {
        reading.IsPaper.ShouldBeTrue();
        reading.Kind!.Value.ShouldBe(PaperKind.Resolution);
        reading.Reference!.Value.ShouldBe("VL-320/2022");
        reading.Subject!.Value.ShouldBe("Auftrag zur Erstellung eines Integrationskonzeptes");
        reading.Office!.Value.ShouldBe("Sozialamt");
        reading.Date!.Value.ShouldBe(new DateOnly(2022, 7, 26));
        reading.Clerks.ShouldNotBeEmpty();
    }

    [Fact]
    public void Its_Beratungsfolge_is_understood() =>
        reading
            .Rows()
            .ShouldBe([
                ("Kreisausschuss", "2022-08-11", null, ConsultationAction.Decision),
                ("Kreistag", "2022-09-16", "7", ConsultationAction.Decision),
            ]);

    [Fact]
    public void Its_texts_are_understood()
    {
        reading.Resolution!.Value.ShouldBe(
            "Der Kreistag gibt dem Kreisausschuss den Auftrag, für den ganzen Landkreis ein Integrationskonzept "
                + "auszuarbeiten. Die Federführung liegt beim WIR-Vielfaltszentrum."
        );
        reading.LeadUnit!.Value.ShouldBe("WIR-Vielfaltszentrum");
        reading.FinancialEffects!.Value.ShouldStartWith("Auftakt und Workshops sollen");
        reading.Reasoning!.Value.ShouldStartWith("Die Menschen im Landkreis");
        reading.Reasoning.Value.ShouldNotContain("gez.");
    }

    [Fact]
    public void Its_programme_adds_up()
    {
        reading
            .Programme.Events.Select(e =>
                (e.Value.Kind, e.Value.Title, e.Value.Count, e.Value.Days, e.Value.UnitCost?.Euros, e.Value.Total)
            )
            .ShouldBe([
                (EventKind.Kickoff, "Auftaktveranstaltung", 1, 1m, 1000m, 1000m),
                (EventKind.Workshop, "Themenworkshops", 12, 0.5m, 500m, 6000m),
            ]);
        reading.Programme.Events.ShouldAllBe(e => e.Value.UnitCost!.Value.Approximate);
        reading.Programme.StatedTotal!.Value.ShouldBe(new Money(7000, Approximate: true));
        reading.Programme.ComputedTotal.ShouldBe(7000);
    }

    [Fact]
    public void Its_topic_areas_pace_deadline_and_groups_are_understood()
    {
        reading
            .TopicAreas.Select(t => t.Value)
            .ShouldBe([
                "Bildung & Sprache",
                "Arbeit & Wirtschaft",
                "Wohnen & Zusammenleben",
                "Gesundheit & Pflege",
                "Gesellschaftliche Teilhabe & Partizipation",
                "Interkulturelle/vielfaltsorientierte Öffnung & Integrationsförderungen",
            ]);
        reading.Cadence!.Value.ShouldBe(new Cadence(2, 1));
        reading.Deadline!.Value.ShouldBe(new Deadline(new(2023, 9, 30), Approximate: true));
        reading.StakeholderGroups.Select(s => s.Value).ShouldBe(Enum.GetValues<StakeholderGroup>());
    }

    [Fact]
    public void It_contradicts_itself_nowhere() => reading.Contradictions().ShouldBeEmpty();

    [Fact]
    public void Places_point_at_the_words()
    {
        Words(reading.Reference!.At).ShouldBe("VL-320/2022");
        Words(reading.Date!.At).ShouldBe("26.07.2022");
        Words(reading.LeadUnit!.At).ShouldBe("WIR-Vielfaltszentrum");
        Words(reading.TopicAreas[0].At).ShouldBe("Bildung & Sprache");
        var at = reading.Date.At;
        text.Split('\n')[at.Line - 1].Substring(at.Column - 1, at.Length).ShouldBe("26.07.2022");
    }

    string Words(Position at) => text.Substring(at.Offset, at.Length);
}
