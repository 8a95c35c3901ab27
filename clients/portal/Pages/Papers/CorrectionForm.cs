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

    /// <summary>As it stands, with an empty row at the end of each list.</summary>
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
            Clerks = string.Join('\n', content.Clerks ?? []),
            Date = content.Date.ToField(),
            Resolution = content.Resolution,
            Reasoning = content.Reasoning,
            FinancialEffects = content.FinancialEffects,
            TopicAreas = string.Join('\n', content.TopicAreas ?? []),
            MonthsPerTopicArea = content.MonthsPerTopicArea?.ToString(CultureInfo.InvariantCulture),
            Deadline = content.Deadline.ToField(),
            StatedTotal = content.StatedTotal.ToField(),
            Programme = [.. (content.Programme ?? []).Select(Item.Of), new()],
            Consultations = [.. paper.Consultations!.Select(Step.Of), new()],
        };
    }

    /// <summary>Rows that somebody else has added are shown beside empty ones here.</summary>
    public void MakeRoomFor(PaperDto paper)
    {
        while (Programme.Count < paper.Content!.Programme?.Count)
            Programme.Add(new());
        while (Consultations.Count < paper.Consultations!.Count)
            Consultations.Add(new());
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
                Clerks = Clerks.ToLines(),
                Date = Date.ToDate("content.date"),
                Resolution = Resolution.ToText(),
                Reasoning = Reasoning.OrNull(),
                FinancialEffects = FinancialEffects.OrNull(),
                TopicAreas = TopicAreas.ToLines(),
                MonthsPerTopicArea = MonthsPerTopicArea.ToWhole("content.monthsPerTopicArea"),
                Deadline = Deadline.ToDate("content.deadline"),
                StatedTotal = StatedTotal.ToNumber("content.statedTotal"),
                Programme =
                [
                    .. Programme.Index().Select(row => row.Item.ToItem($"content.programme[{row.Index}]")).OfType<ProgrammeItem>(),
                ],
            },
            Consultations =
            [
                .. Consultations.Index().Select(row => row.Item.ToStep($"consultations[{row.Index}]")).OfType<PlannedConsultation>(),
            ],
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

        /// <summary>Null for a row that is empty.</summary>
        /// <exception cref="Unreadable">It has no name, but something else.</exception>
        internal ProgrammeItem? ToItem(string api)
        {
            if (Title.OrNull() is null)
                return (Count + Days + UnitCost).OrNull() is null ? null : throw new Unreadable($"{api}.title", Unreadable.Nameless);
            return new()
            {
                Kind = Kind.ToChoice<EventKind>(),
                Title = Title.OrNull(),
                Count = Count.ToWhole($"{api}.count"),
                LengthInDays = Days.ToNumber($"{api}.lengthInDays"),
                UnitCost = UnitCost.ToNumber($"{api}.unitCost"),
            };
        }
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

        /// <summary>Null for a row that is empty.</summary>
        /// <exception cref="Unreadable">It has no organization, but something else.</exception>
        internal PlannedConsultation? ToStep(string api)
        {
            if (Organization.OrNull() is null)
                return (Date + AgendaItem).OrNull() is null ? null : throw new Unreadable($"{api}.organization", Unreadable.Nameless);
            return new()
            {
                Organization = Organization.OrNull(),
                Date = Date.ToDate($"{api}.date"),
                AgendaItem = AgendaItem.OrNull(),
                Role = Role.ToChoice<ConsultationRole>(),
            };
        }
    }
}
