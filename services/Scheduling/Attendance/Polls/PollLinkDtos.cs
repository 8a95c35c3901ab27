using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <param name="Addresses">1 to 500; each is asked once per poll, however often it is named.</param>
public sealed record InviteToPoll([Required, MinLength(1), MaxLength(InvitePeople.Most)] IReadOnlyList<InvitePerson> Addresses);

/// <param name="Invited">People invited.</param>
/// <param name="Answered">Those of them whose answer there is.</param>
public sealed record PollInvitationNumbers(int Invited, int Answered);

/// <param name="Token">What stands behind <c>#answer=</c> in the link.</param>
public sealed record UsePollLink([Required, MaxLength(1000)] string Token);

/// <param name="Token">What stands behind <c>#answer=</c> in the link.</param>
/// <param name="Dates">Answers by number of the date: yes, ifNeedBe or no; they replace what was said before. None takes it back.</param>
public sealed record AnswerByLink([Required, MaxLength(1000)] string Token, [Required] Dictionary<int, Availability> Dates);

/// <summary>A poll as somebody sees it who was invited: the dates and the own answer, nothing of others.</summary>
public sealed record PollLinkView
{
    /// <summary>The poll.</summary>
    public required Guid PollId { get; init; }

    /// <summary>Title of the event.</summary>
    public required string Title { get; init; }

    /// <summary>Place.</summary>
    public string? Venue { get; init; }

    /// <summary>How far it is.</summary>
    public required PollState State { get; init; }

    /// <summary>Until when one can answer.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether one can answer now.</summary>
    public required bool CanAnswer { get; init; }

    /// <summary>Dates by start.</summary>
    public required IReadOnlyList<PollLinkDate> Options { get; init; }

    /// <summary>What one has answered, by number of the date.</summary>
    public required IReadOnlyDictionary<int, Availability> Dates { get; init; }

    /// <summary>The event that it became.</summary>
    public Guid? EventId { get; init; }

    internal static PollLinkView From(Poll row, IReadOnlyDictionary<int, Availability> dates, CivilTime time, DateTimeOffset now) =>
        new()
        {
            PollId = row.Id,
            Title = row.Title,
            Venue = row.Venue,
            State = row.State,
            Deadline = time.Local(row.Deadline),
            CanAnswer = row.IsOpen(now),
            Dates = dates,
            Options =
            [
                .. row.Options.Select(option => new PollLinkDate(
                    option.Number,
                    time.Local(option.Slot.Start),
                    time.Local(option.Slot.End)
                )),
            ],
            EventId = row.EventId,
        };
}

/// <param name="Number">Number.</param>
/// <param name="Start">Start, with the offset of the Landkreis.</param>
/// <param name="End">End.</param>
public sealed record PollLinkDate(int Number, DateTimeOffset Start, DateTimeOffset End);
