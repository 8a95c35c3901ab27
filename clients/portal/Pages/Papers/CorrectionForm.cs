using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Papers;

/// <summary>A paper as it is corrected: what was typed, until it can be sent.</summary>
public sealed class CorrectionForm
{
    public int Version { get; set; }
    public string? Reference { get; set; }
    public string? Subject { get; set; }
    public string? Office { get; set; }
    public string? LeadUnit { get; set; }
    public string? Clerks { get; set; }
    public string? Date { get; set; }
    public string? Resolution { get; set; }
    public string? Reasoning { get; set; }
    public string? FinancialEffects { get; set; }
    public string? TopicAreas { get; set; }
    public string? MonthsPerTopicArea { get; set; }
    public string? Deadline { get; set; }
    public string? StatedTotal { get; set; }
    public List<Item> Programme { get; set; } = [];
    public List<Step> Consultations { get; set; } = [];

    /// <summary>As it stands.</summary>
    public static CorrectionForm Of(PaperDto paper)
    {
        var content = paper.Content!;
        return new()
        {
            Version = paper.Version!.Value,
            Reference = paper.Reference,
            Subject = content.Subject,
            Office = content.Office,
            LeadUnit = content.LeadUnit,
            Clerks = string.Join(", ", content.Clerks ?? []),
            Date = content.Date.ToField(),
            Resolution = content.Resolution,
            Reasoning = content.Reasoning,
            FinancialEffects = content.FinancialEffects,
            TopicAreas = string.Join('\n', content.TopicAreas ?? []),
            MonthsPerTopicArea = content.MonthsPerTopicArea?.ToString(CultureInfo.InvariantCulture),
            Deadline = content.Deadline.ToField(),
            StatedTotal = content.StatedTotal.ToField(),
            Programme = [.. (content.Programme ?? []).Select(Item.Of)],
            Consultations = [.. paper.Consultations!.Select(Step.Of)],
        };
    }

    /// <summary>As it is sent.</summary>
    public CorrectPaper ToCorrection() =>
        new()
        {
            Reference = Reference ?? "",
            Content = new()
            {
                Subject = Subject ?? "",
                Office = Office.OrNull(),
                LeadUnit = LeadUnit.OrNull(),
                Clerks = Clerks.ToParts(),
                Date = Date.ToDate(),
                Resolution = Resolution.ToText(),
                Reasoning = Reasoning.OrNull(),
                FinancialEffects = FinancialEffects.OrNull(),
                TopicAreas = TopicAreas.ToLines(),
                MonthsPerTopicArea = (int?)MonthsPerTopicArea.ToNumber(),
                Deadline = Deadline.ToDate(),
                StatedTotal = StatedTotal.ToNumber(),
                Programme = [.. Programme.Where(item => item.Title.OrNull() is not null).Select(item => item.ToItem())],
            },
            Consultations = [.. Consultations.Where(step => step.Organization.OrNull() is not null).Select(step => step.ToStep())],
        };

    /// <summary>A line of the programme.</summary>
    public sealed class Item
    {
        public string? Kind { get; set; } = nameof(EventKind.Workshop);
        public string? Title { get; set; }
        public string? Count { get; set; }
        public string? Days { get; set; }
        public string? UnitCost { get; set; }

        internal static Item Of(ProgrammeItem item) =>
            new()
            {
                Kind = item.Kind.ToString(),
                Title = item.Title,
                Count = item.Count?.ToString(CultureInfo.InvariantCulture),
                Days = item.LengthInDays.ToField(),
                UnitCost = item.UnitCost.ToField(),
            };

        internal ProgrammeItem ToItem() =>
            new()
            {
                Kind = Kind.ToChoice<EventKind>(),
                Title = Title.OrNull(),
                Count = (int?)Count.ToNumber(),
                LengthInDays = Days.ToNumber(),
                UnitCost = UnitCost.ToNumber(),
            };
    }

    /// <summary>A step of the Beratungsfolge.</summary>
    public sealed class Step
    {
        public string? Organization { get; set; }
        public string? Date { get; set; }
        public string? AgendaItem { get; set; }
        public string? Role { get; set; } = nameof(ConsultationRole.Decision);

        internal static Step Of(Consultation step) =>
            new()
            {
                Organization = step.Organization,
                Date = step.Date.ToField(),
                AgendaItem = step.AgendaItem,
                Role = step.Role.ToString(),
            };

        internal PlannedConsultation ToStep() =>
            new()
            {
                Organization = Organization.OrNull(),
                Date = Date.ToDate(),
                AgendaItem = AgendaItem.OrNull(),
                Role = Role.ToChoice<ConsultationRole>(),
            };
    }
}
