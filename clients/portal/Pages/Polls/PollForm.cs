using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Polls;

/// <summary>A poll as it is written, with a few empty lines for dates.</summary>
public sealed class PollForm
{
    const int AtLeast = 4,
        More = 3,
        Most = 20;

    public string? MandateId { get; set; }
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? TopicAreaKey { get; set; }
    public string? Venue { get; set; }
    public string? Deadline { get; set; }
    public List<DateLine> Dates { get; set; } = [];

    /// <summary>Empty lines go to the end, so that a problem of the third date stands at the third.</summary>
    public void Arrange(bool withMore)
    {
        Dates.RemoveAll(line => line.IsEmpty);
        var wanted = Math.Clamp(Dates.Count + (withMore ? More : 0), AtLeast, Most);
        while (Dates.Count < wanted)
            Dates.Add(new());
    }

    internal OpenPoll ToPoll(Landkreis landkreis) =>
        new()
        {
            MandateId = MandateId.ToId(),
            Kind = Kind.ToChoice<EventKind>(),
            Title = Title ?? "",
            TopicAreaKey = TopicAreaKey.OrNull(),
            Venue = Venue.OrNull(),
            Deadline = landkreis.Moment(Deadline, "deadline"),
            Options = [.. Dates.Where(line => !line.IsEmpty).Select(line => line.ToOffer())],
        };
}

/// <summary>One date to choose from.</summary>
public sealed class DateLine
{
    public string? Day { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + From + Until);

    public OfferDate ToOffer() => new() { Start = $"{Day}T{From}", End = $"{Day}T{Until}" };
}
