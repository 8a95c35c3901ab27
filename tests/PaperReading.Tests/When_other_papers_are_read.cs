namespace Integrationskonzept.PaperReading.Tests;

public sealed class When_other_papers_are_read
{
    [Fact]
    public void A_SessionNet_export_with_Markdown_tables()
    {
        var r = Paper.Read("sessionnet.md");
        r.Reference!.Value.ShouldBe("2024/117-1");
        r.Date!.Value.ShouldBe(new DateOnly(2024, 2, 5));
        r.Office!.Value.ShouldBe("Soziales und Teilhabe");
        r.Clerks.ShouldHaveSingleItem().Value.ShouldBe(new Clerk(null, "Geschäftsstelle Integrationsbüro"));
        r.Subject!.Value.ShouldBe("Integrationskonzept für den Landkreis Musterau: Beteiligungsverfahren");
        r.Rows()
            .ShouldBe([
                ("Integrationsbeirat", "2024-02-20", "Ö 3", ConsultationAction.Hearing),
                ("Ausschuss für Soziales, Gesundheit und Integration", "2024-03-05", "Ö 5", ConsultationAction.Preparation),
                ("Kreistag", "2024-03-18", "Ö 11", ConsultationAction.Decision),
            ]);
        r.LeadUnit!.Value.ShouldBe("Fachdienst Migration und Teilhabe");
        r.Deadline!.Value.ShouldBe(new Deadline(new(2025, 12, 31), Approximate: false));
        r.Programme.Events.Select(e => (e.Value.Kind, e.Value.Count, e.Value.Days, e.Value.UnitCost?.Euros, e.Value.Total))
            .ShouldBe([(EventKind.Kickoff, 1, null, 2500m, 2500m), (EventKind.Workshop, 8, 0.5m, 750m, 6000m)]);
        r.Programme.StatedTotal!.Value.Euros.ShouldBe(8500);
        r.TopicAreas.Select(t => t.Value).ShouldBe(["Sprache und Bildung", "Ausbildung und Arbeit", "Wohnen", "Gesundheit"]);
        r.Cadence!.Value.ShouldBe(new Cadence(3, 2));
        r.StakeholderGroups.Count.ShouldBe(5);
        r.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void An_ALLRIS_export_with_lists_and_number_words()
    {
        var r = Paper.Read("allris.txt");
        r.Reference!.Value.ShouldBe("XI/0456");
        r.Office!.Value.ShouldBe("Fachdienst 51 Migration");
        r.Date!.Value.ShouldBe(new DateOnly(2023, 5, 3));
        r.Subject!.Value.ShouldBe("Fortschreibung des Integrationskonzeptes");
        r.Rows()
            .ShouldBe([
                ("Kreisausschuss", "2023-05-15", null, ConsultationAction.Preparation),
                ("Kreistag", "2023-06-12", "8", ConsultationAction.Decision),
            ]);
        r.LeadUnit!.Value.ShouldBe("Fachdienst Migration");
        r.Programme.Events.Select(e => (e.Value.Kind, e.Value.Count, e.Value.Days, e.Value.UnitCost?.Euros, e.Value.Total))
            .ShouldBe([(EventKind.Kickoff, 1, null, 1200m, 1200m), (EventKind.Workshop, 12, 0.5m, 500m, 6000m)]);
        r.Programme.StatedTotal!.Value.Euros.ShouldBe(7200);
        r.TopicAreas.Count.ShouldBe(6);
        r.Cadence!.Value.ShouldBe(new Cadence(1, 1));
        r.Deadline!.Value.ShouldBe(new Deadline(new(2024, 9, 30), Approximate: true));
        r.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void Tabs_slashes_and_numbered_fields_of_action()
    {
        var r = Paper.Read("kreis-nord.txt");
        r.Reference!.Value.ShouldBe("BV/0815/24");
        r.Office!.Value.ShouldBe("Amt für Zusammenleben");
        r.Date!.Value.ShouldBe(new DateOnly(2024, 4, 2));
        r.Subject!.Value.ShouldBe("Konzept Zusammenleben in Vielfalt");
        r.Clerks.Select(c => c.Value.Unit).ShouldBe(["Referat Integration", "Büro des Landrats"]);
        r.Rows()
            .Select(x => (x.Item1, x.Item4))
            .ShouldBe([
                ("Sozialausschuss", ConsultationAction.Preparation),
                ("Jugendhilfeausschuss", ConsultationAction.Notice),
                ("Kreistag", ConsultationAction.Decision),
            ]);
        r.Programme.Events.Select(e => (e.Value.Kind, e.Value.Count, e.Value.Days, e.Value.Hours, e.Value.Total))
            .ShouldBe([(EventKind.Other, 2, null, 3m, 800m), (EventKind.Workshop, 5, 1m, null, 4500m)]);
        r.Programme.ComputedTotal.ShouldBe(5300);
        r.TopicAreas.Select(t => t.Value).ShouldBe(["Ankommen", "Lernen", "Arbeiten", "Mitgestalten", "Begegnen"]);
        r.Cadence!.Value.Months.ShouldBe(1.5m);
        r.Deadline!.Value.ShouldBe(new Deadline(new(2025, 6, 30), Approximate: true));
        r.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void Columns_by_spaces_with_labels_above_values_and_Roman_numbering()
    {
        var r = Paper.Read("spalten.txt");
        r.Reference!.Value.ShouldBe("17/2025");
        r.Date!.Value.ShouldBe(new DateOnly(2025, 1, 11));
        r.Office!.Value.ShouldBe("Dezernat III");
        r.Subject!.Value.ShouldBe("Beauftragung eines Beteiligungsprozesses Integration");
        r.Resolution!.Value.ShouldBe("Der Kreistag stimmt dem Verfahren zu.");
        r.FinancialEffects!.Value.ShouldBe("keine");
        r.Rows().Select(x => x.Item4).ShouldBe([ConsultationAction.Preparation, ConsultationAction.Decision]);
        r.TopicAreas.ShouldBeEmpty();
        r.Findings.ShouldContain(f => f.Code == "not-found" && f.Field == "topicAreas");
    }

    [Fact]
    public void Every_contradiction_is_found_where_it_stands()
    {
        var r = Paper.Read("antrag.md");
        r.Reference!.Value.ShouldBe("KT-2026-031");
        r.LeadUnit!.Value.ShouldBe("Amt für Migration und Vielfalt");
        r.Clerks.ShouldHaveSingleItem().Value.Unit.ShouldBe("Stabsstelle Vielfalt");
        r.Contradictions()
            .ShouldBe([
                "consultations-out-of-order",
                "deadline-before-decision",
                "duplicate-topic-area",
                "line-total-differs",
                "total-differs",
                "workshops-not-divisible",
            ]);
        r.Findings.Where(f => f.Code is "line-total-differs" or "deadline-before-decision")
            .ShouldAllBe(f => f.At != null && f.German.Length > 10 && f.English.Length > 10);
        r.Findings.Single(f => f.Code == "line-total-differs").German.ShouldContain("4.200 €");
    }

    [Fact]
    public void Dates_before_organizations_a_status_column_and_a_total_in_a_sentence_of_its_own()
    {
        var r = Paper.Read("termine-zuerst.txt");
        r.Reference!.Value.ShouldBe("2025/0311");
        r.Office!.Value.ShouldBe("Fachbereich 4 - Jugend und Soziales");
        r.Rows()
            .ShouldBe([
                ("Sozial- und Integrationsausschuss", "2025-03-11", null, ConsultationAction.Preparation),
                ("Kreisausschuss", "2025-03-27", null, ConsultationAction.Preparation),
                ("Kreistag", "2025-04-10", null, ConsultationAction.Decision),
            ]);
        r.Programme.Events.Select(e => (e.Value.Title, e.Value.Count, e.Value.Days, e.Value.Total))
            .ShouldBe([("Auftaktkonferenz", 1, 1m, 3500m), ("Workshops", 10, 0.5m, 6500m), ("Bürgerforen", 2, null, 2400m)]);
        r.Programme.StatedTotal!.Value.ShouldBe(new Money(12400, Approximate: true));
        r.TopicAreas.Select(t => t.Value).ShouldBe(["Sprache", "Arbeitsmarkt", "Wohnen", "Gesundheit", "Zusammenleben"]);
        r.Cadence!.Value.ShouldBe(new Cadence(3, 1));
        r.Deadline!.Value.ShouldBe(new Deadline(new(2026, 6, 30), Approximate: false));
        r.StakeholderGroups.Count.ShouldBe(5);
        r.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_rules_an_office_beside_the_date_and_costs_as_a_list()
    {
        var r = Paper.Read("stichworte.txt");
        r.Reference!.Value.ShouldBe("88/2026");
        r.Office!.Value.ShouldBe("Amt für Soziale Teilhabe");
        r.Date!.Value.ShouldBe(new DateOnly(2026, 1, 12));
        r.Rows()
            .Select(x => (x.Item1, x.Item4))
            .ShouldBe([
                ("Migrationsbeirat", ConsultationAction.Hearing),
                ("Finanzausschuss", ConsultationAction.Preparation),
                ("Kreistag", ConsultationAction.Decision),
            ]);
        r.Programme.Events.Select(e => (e.Value.Count, e.Value.Days, e.Value.Total))
            .ShouldBe([(1, 1m, 1800m), (6, 0.5m, 2700m), (1, null, 900m)]);
        r.Programme.ComputedTotal.ShouldBe(5400);
        r.StakeholderGroups.Count.ShouldBe(5);
        r.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_for_information_needs_no_resolution()
    {
        var r = Paper.Read("mitteilung.txt");
        r.Kind!.Value.ShouldBe(PaperKind.Information);
        r.Reference!.Value.ShouldBe("0042/2023");
        r.Rows().ShouldBe([("Sozialausschuss", "2023-09-20", null, ConsultationAction.Notice)]);
        r.Findings.ShouldContain(f => f.Code == "not-found" && f.Field == "resolution");
    }

    [Fact]
    public void A_second_number_and_a_late_date_are_doubted()
    {
        var text = Paper
            .Text("allris.txt")
            .Replace("Drucksache Nr. XI/0456", "Drucksache Nr. XI/0456\nVorlage Nr. 99/2023", StringComparison.Ordinal)
            .Replace("3. Mai 2023", "30. Mai 2023", StringComparison.Ordinal);
        PaperReader.Read(text).Contradictions().ShouldBe(["dated-after-consultation", "references-differ"]);
    }
}
