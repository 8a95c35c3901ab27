using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <param name="Start">Start: civil time of the Landkreis (<c>2027-03-08T18:00</c>), or RFC 3339 with an offset.</param>
/// <param name="End">End, on the same day.</param>
public sealed record OfferDate([Required] string Start, [Required] string End);

/// <summary>A poll to be opened.</summary>
public sealed record OpenPoll
{
    /// <summary>The mandate that the event will serve.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Kind of the event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Title of the event.</summary>
    [Required, MinLength(1), MaxLength(200)]
    public required string Title { get; init; }

    /// <summary>Until when people can answer; before the first date.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Dates to choose from, 2 to 20.</summary>
    [MinLength(2), MaxLength(20)]
    public required IReadOnlyList<OfferDate> Options { get; init; }

    /// <summary>The topic area that it works on.</summary>
    public string? TopicAreaKey { get; init; }

    /// <summary>Place.</summary>
    [MaxLength(200)]
    public string? Venue { get; init; }
}

/// <param name="Title">Title of the event.</param>
/// <param name="Deadline">Until when people can answer.</param>
public sealed record ChangePoll([Required, MaxLength(200)] string Title, DateTimeOffset Deadline);

/// <param name="Dates">Answers by number of the option: yes, ifNeedBe or no; what is not named counts as no answer.</param>
public sealed record AnswerPoll(Dictionary<int, Availability> Dates);

/// <param name="Option">Number of the date that is chosen.</param>
/// <param name="VenueId">A venue on file to book; its name becomes the place.</param>
/// <param name="ModeratorId">A moderator on file to book.</param>
public sealed record DecidePoll(int Option, Guid? VenueId = null, Guid? ModeratorId = null);

/// <summary>A date with what people answered; numbers only.</summary>
/// <param name="Number">Number.</param>
/// <param name="Start">Start.</param>
/// <param name="End">End.</param>
/// <param name="Yes">Who can come.</param>
/// <param name="IfNeedBe">Who can if need be.</param>
/// <param name="No">Who can't.</param>
public sealed record PollOptionDto(int Number, DateTimeOffset Start, DateTimeOffset End, int Yes, int IfNeedBe, int No);

/// <summary>A poll.</summary>
public sealed record PollDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The mandate that the event will serve.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Kind of the event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Title of the event.</summary>
    public required string Title { get; init; }

    /// <summary>Topic area.</summary>
    public string? TopicAreaKey { get; init; }

    /// <summary>Place.</summary>
    public string? Venue { get; init; }

    /// <summary>Until when people can answer.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How far it is.</summary>
    public required PollState State { get; init; }

    /// <summary>Dates by start.</summary>
    public required IReadOnlyList<PollOptionDto> Options { get; init; }

    /// <summary>How many answered.</summary>
    public required int Answers { get; init; }

    /// <summary>
    /// Number of the date on which most can come, counting those who can if need be; of equals the one with more who surely can, then the
    /// earlier.
    /// </summary>
    public int? Best { get; init; }

    /// <summary>The event that it became.</summary>
    public Guid? EventId { get; init; }

    internal static PollDto From(Poll row, IReadOnlyList<Dictionary<int, Availability>> answers, CivilTime time)
    {
        var options = row
            .Options.Select(option => new PollOptionDto(
                option.Number,
                time.Local(option.Slot.Start),
                time.Local(option.Slot.End),
                Count(option, Availability.Yes),
                Count(option, Availability.IfNeedBe),
                Count(option, Availability.No)
            ))
            .ToList();
        return new()
        {
            Id = row.Id,
            Version = row.Version,
            MandateId = row.MandateId,
            Kind = row.Kind,
            Title = row.Title,
            TopicAreaKey = row.TopicAreaKey,
            Venue = row.Venue,
            Deadline = time.Local(row.Deadline),
            State = row.State,
            Options = options,
            Answers = answers.Count,
            EventId = row.EventId,
            Best =
                answers.Count == 0
                    ? null
                    : options
                        .OrderByDescending(option => option.Yes + option.IfNeedBe)
                        .ThenByDescending(option => option.Yes)
                        .ThenBy(option => option.Number)
                        .First()
                        .Number,
        };

        int Count(PollOption option, Availability wanted) =>
            answers.Count(dates => dates.TryGetValue(option.Number, out var said) && said == wanted);
    }
}

/// <param name="Dates">Answers by number of the option.</param>
/// <param name="AnsweredAt">When they were last changed.</param>
public sealed record PollAnswerDto(IReadOnlyDictionary<int, Availability> Dates, DateTimeOffset AnsweredAt);
