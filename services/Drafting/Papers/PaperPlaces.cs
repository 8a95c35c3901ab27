using Integrationskonzept.PaperReading;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>Where in the imported text each field was found. Read anew from the text, so that nothing has to be kept beside it.</summary>
static class PaperPlaces
{
    public static IReadOnlyList<PaperPlace> Of(string text)
    {
        var reading = PaperReader.Read(text);
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
            .. Each("content.clerks", reading.Clerks),
            .. Each("content.programme", reading.Programme.Events),
            .. Each("content.topicAreas", reading.TopicAreas),
            .. Each("consultations", reading.Consultations),
        ];
        return
        [
            .. found
                .Where(one => one.At is not null)
                .Select(one => new PaperPlace(one.Field, new(one.At!.Value.Line, one.At.Value.Column, one.At.Value.Offset, one.At.Value.Length))),
        ];
    }

    static IEnumerable<(string, Position?)> Each<T>(string field, IReadOnlyList<Found<T>> found) =>
        found.Select((one, index) => ($"{field}[{index}]", (Position?)one.At));
}

/// <param name="Field">The field, as it is called when the paper is corrected: <c>content.topicAreas[0]</c>.</param>
/// <param name="Position">Where in the text it was found.</param>
public sealed record PaperPlace(string Field, TextPosition Position);
