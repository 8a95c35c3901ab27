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

    public WriteRecord ToRecord() =>
        new()
        {
            Situation = Situation.ToText(),
            Needs = [.. Needs.Where(line => line.Text.OrNull() is not null).Select(line => line.ToFinding())],
            Goals = [.. Goals.Where(line => line.Text.OrNull() is not null).Select(line => line.ToFinding())],
            Measures = [.. Measures.Where(measure => measure.Title.OrNull() is not null).Select(measure => measure.ToMeasure())],
        };

    /// <summary>A need or a goal.</summary>
    public sealed class Line
    {
        public string? Text { get; set; }
        public List<Guid> Sources { get; set; } = [];

        internal static Line Of(Finding finding) => new() { Text = finding.Text, Sources = Ids(finding.ContributionIds) };

        internal WriteFinding ToFinding() => new() { Text = Text.OrNull(), ContributionIds = [.. Sources.Select(id => (Guid?)id)] };
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

        internal WriteMeasure ToMeasure() =>
            new()
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

    static List<Guid> Ids(List<Guid?>? ids) => [.. (ids ?? []).OfType<Guid>()];
}
