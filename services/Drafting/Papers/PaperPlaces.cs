using Integrationskonzept.PaperReading;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>Where in the imported text each field was found. Read anew from the text, so that nothing has to be kept beside it.</summary>
static class PaperPlaces
{
    const StringComparison Ordinal = StringComparison.Ordinal;

    public static IReadOnlyList<PaperPlace> Of(Paper paper)
    {
        if (paper.SourceText is not { } text)
            return [];
        var (reading, content) = (PaperReader.Read(text), paper.Content);
        (string Field, Position? At)[] found =
        [
            ("reference", reading.Reference?.At),
            ("content.subject", reading.Subject?.At),
            ("content.office", reading.Office?.At),
            ("content.date", reading.Date?.At),
            ("content.leadUnit", reading.LeadUnit?.At),
            ("content.resolution", reading.Resolution?.At),
            ("content.financialEffects", reading.FinancialEffects?.At),
            ("content.reasoning", reading.Reasoning?.At),
            ("content.statedTotal", reading.Programme.StatedTotal?.At),
            ("content.monthsPerTopicArea", reading.Cadence?.At),
            ("content.deadline", reading.Deadline?.At),
            .. Each(
                "content.clerks",
                reading.Clerks,
                content.Clerks,
                (read, stands) => read.Name is { } name && stands.Contains(name, Ordinal)
            ),
            .. Each("content.programme", reading.Programme.Events, content.Programme, (read, stands) => stands.Title == read.Title),
            .. Each("content.topicAreas", reading.TopicAreas, content.TopicAreas, (read, stands) => stands == read),
            .. Each(
                "consultations",
                reading.Consultations,
                paper.Consultations,
                (read, stands) => stands.Organization == read.Organization
            ),
        ];
        return
        [
            .. found
                .Where(one => one.At is not null)
                .Select(one => new PaperPlace(
                    one.Field,
                    new(one.At!.Value.Line, one.At.Value.Column, one.At.Value.Offset, one.At.Value.Length)
                )),
        ];
    }

    /// <summary>Where a list was corrected, what stands at a number now may be something else: then its place is not told.</summary>
    static IEnumerable<(string, Position?)> Each<T, TStored>(
        string field,
        IReadOnlyList<Found<T>> found,
        IReadOnlyList<TStored> stored,
        Func<T, TStored, bool> isSame
    ) =>
        found
            .Zip(stored)
            .Index()
            .Where(row => isSame(row.Item.First.Value, row.Item.Second))
            .Select(row => ($"{field}[{row.Index}]", (Position?)row.Item.First.At));
}

/// <param name="Field">The field, as it is called when the paper is corrected: <c>content.topicAreas[0]</c>.</param>
/// <param name="Position">Where in the text it was found.</param>
public sealed record PaperPlace(string Field, TextPosition Position);
