using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.TopicAreas;

/// <summary>The results of a topic area as they are written; an empty row at the end of each list takes the next.</summary>
public sealed class RecordForm
{
    public int? Version { get; set; }
    public string? Situation { get; set; }
    public List<Line> Needs { get; set; } = [];
    public List<Line> Goals { get; set; } = [];
    public List<Measure> Measures { get; set; } = [];

    public static RecordForm Of(RecordDto? record) =>
        new()
        {
            Version = record?.Version,
            Situation = record?.Situation,
            Needs = [.. (record?.Needs ?? []).Select(Line.Of), new()],
            Goals = [.. (record?.Goals ?? []).Select(Line.Of), new()],
            Measures = [.. (record?.Measures ?? []).Select(Measure.Of), new()],
        };

    /// <summary>Rows that somebody else has added are shown beside empty ones here.</summary>
    public void MakeRoomFor(RecordDto? record)
    {
        while (Needs.Count < record?.Needs?.Count)
            Needs.Add(new());
        while (Goals.Count < record?.Goals?.Count)
            Goals.Add(new());
        while (Measures.Count < record?.Measures?.Count)
            Measures.Add(new());
    }

    /// <exception cref="Unreadable">A row has no text or title, but something else.</exception>
    public WriteRecord ToRecord() =>
        new()
        {
            Situation = Situation.ToText(),
            Needs = [.. Needs.Index().Select(row => row.Item.ToFinding($"needs[{row.Index}]")).OfType<WriteFinding>()],
            Goals = [.. Goals.Index().Select(row => row.Item.ToFinding($"goals[{row.Index}]")).OfType<WriteFinding>()],
            Measures = [.. Measures.Index().Select(row => row.Item.ToMeasure($"measures[{row.Index}]")).OfType<WriteMeasure>()],
        };

    /// <summary>A need or a goal.</summary>
    public sealed class Line
    {
        public Guid? Id { get; set; }
        public string? Text { get; set; }
        public List<Guid> Sources { get; set; } = [];

        internal static Line Of(Finding finding) =>
            new()
            {
                Id = finding.Id,
                Text = finding.Text,
                Sources = Ids(finding.ContributionIds),
            };

        /// <summary>Null for a row that is empty.</summary>
        internal WriteFinding? ToFinding(string api)
        {
            if (Text.OrNull() is null)
                return Sources.Count == 0 ? null : throw new Unreadable($"{api}.text", Unreadable.Nameless);
            return new()
            {
                Id = Id,
                Text = Text.OrNull(),
                ContributionIds = [.. Sources.Select(id => (Guid?)id)],
            };
        }
    }

    /// <summary>A measure that is proposed.</summary>
    public sealed class Measure
    {
        public Guid? Id { get; set; }
        public string? Title { get; set; }
        public string? Description { get; set; }
        public string? TargetGroup { get; set; }
        public string? Owner { get; set; }
        public string? Partners { get; set; }
        public string? Period { get; set; }
        public string? Cost { get; set; }
        public string? Indicator { get; set; }
        public List<Guid> Sources { get; set; } = [];

        internal static Measure Of(MeasureProposal measure) =>
            new()
            {
                Id = measure.Id,
                Title = measure.Title,
                Description = measure.Description,
                TargetGroup = measure.TargetGroup,
                Owner = measure.Owner,
                Partners = measure.Partners,
                Period = measure.Period,
                Cost = measure.Cost,
                Indicator = measure.Indicator,
                Sources = Ids(measure.ContributionIds),
            };

        /// <summary>Null for a row that is empty.</summary>
        internal WriteMeasure? ToMeasure(string api)
        {
            if (Title.OrNull() is null)
                return Sources.Count == 0 && (Description + TargetGroup + Owner + Partners + Period + Cost + Indicator).OrNull() is null
                    ? null
                    : throw new Unreadable($"{api}.title", Unreadable.Nameless);
            return new()
            {
                Id = Id,
                Title = Title.OrNull(),
                Description = Description.ToText(),
                TargetGroup = TargetGroup.OrNull(),
                Owner = Owner.OrNull(),
                Partners = Partners.OrNull(),
                Period = Period.OrNull(),
                Cost = Cost.OrNull(),
                Indicator = Indicator.OrNull(),
                ContributionIds = [.. Sources.Select(id => (Guid?)id)],
            };
        }
    }

    static List<Guid> Ids(List<Guid?>? ids) => [.. (ids ?? []).OfType<Guid>()];
}
