using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Drafting.Adoption;

/// <summary>The words of the adoption paper, made of what the process has recorded.</summary>
static class AdoptionPaperText
{
    public static PaperContent Write(SubmitConcept submit, Paper mandate, Milestone milestone, KnownTenant tenant)
    {
        var measures = milestone.Content.Measures;
        var chapters = milestone.Content.Sections.Where(section => section.TopicAreaKey is not null).ToList();
        var sources = measures.SelectMany(measure => measure.Contributions).DistinctBy(source => source.Id).Count();
        var decided = mandate.Consultations.Last(step => step.Authoritative && step.Decision is not null);
        return new()
        {
            Subject = $"Beschluss des Integrationskonzeptes – {tenant.Name}",
            Office = submit.Office,
            Date = submit.Date,
            LeadUnit = tenant.Centre,
            Resolution =
                $"Der {tenant.Council.Name} beschließt das Integrationskonzept in der Fassung des Meilensteins "
                + $"{milestone.Number} und beauftragt "
                + $"den Kreisausschuss unter Federführung des {tenant.Centre}, es zu veröffentlichen, umzusetzen und fortzuschreiben.",
            FinancialEffects =
                "Für die Erarbeitung waren "
                + $"{mandate.Content.StatedTotal ?? mandate.Content.ComputedTotal:N0} € bewilligt ({mandate.Reference}). "
                + $"Die {measures.Count} Maßnahmen werden einzeln im Rahmen der Haushaltspläne oder aus Fördermitteln "
                + "finanziert; Kosten und Förderung nennt das Konzept je Maßnahme.",
            Reasoning =
                $"Mit {mandate.Reference} vom {decided.Decision!.DecidedOn:dd.MM.yyyy} hat der {decided.Organization} den Auftrag "
                + "zu diesem Konzept erteilt. "
                + $"In {chapters.Count} Themenfeldern ({string.Join("; ", chapters.Select(chapter => chapter.Title))}) haben "
                + "Politik, Verwaltung, Zivilgesellschaft, "
                + $"Institutionen und Migrantenorganisationen daran mitgearbeitet. Aus {sources} Beiträgen sind "
                + $"{measures.Count} Maßnahmen hervorgegangen; "
                + "zu jeder ist nachgewiesen, auf welche Beiträge sie zurückgeht.\n\n"
                + $"Die vorgelegte Fassung ist eingefroren (Prüfsumme SHA-256 {milestone.Hash}).",
        };
    }
}
