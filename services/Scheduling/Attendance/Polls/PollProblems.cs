using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>The same date twice.</summary>
public sealed class OptionTwice() : InvalidFieldProblem("options", new("Zwei Termine sind gleich.", "Two dates are the same."));

/// <summary>No such date in this poll.</summary>
public sealed class OptionUnknown()
    : UnprocessableProblem(
        "poll-option-unknown",
        new(
            "Diesen Termin gibt es in der Umfrage nicht. GET …/polls/{id} nennt alle mit ihrer Nummer.",
            "The poll has no such date. GET …/polls/{id} lists all with their numbers."
        )
    );

/// <summary>Nobody can come any more.</summary>
public sealed class OptionPast()
    : UnprocessableProblem(
        "poll-option-past",
        new(
            "Dieser Termin ist schon vorbei. Wählen Sie einen späteren, oder beginnen Sie eine neue Umfrage.",
            "This date is over already. Choose a later one, or open a new poll."
        )
    );

/// <summary>Nobody could answer any more.</summary>
public sealed class DeadlinePast()
    : UnprocessableProblem(
        "poll-deadline-past",
        new("Diese Frist ist schon vorbei. Nennen Sie eine spätere.", "This deadline is over already. Give a later one.")
    );

/// <summary>People would still answer when the first date has begun.</summary>
public sealed class DeadlineAfterOption(DateTimeOffset first)
    : UnprocessableProblem(
        "poll-deadline-after-option",
        new(
            $"Die Frist endet nach Beginn des ersten Termins am {first:dd.MM.yyyy}. Nennen Sie eine frühere.",
            $"The deadline is after the first date on {first:yyyy-MM-dd} begins. Give an earlier one."
        )
    );

/// <summary>Too late.</summary>
public sealed class PollIsOver(DateTimeOffset deadline)
    : ConflictProblem(
        "poll-over",
        new(
            $"Die Umfrage lief bis zum {deadline:dd.MM.yyyy}. Die Koordination kann sie verlängern.",
            $"The poll ran until {deadline:yyyy-MM-dd}. The coordinator can extend it."
        )
    );

/// <summary>The invitation was forgotten.</summary>
public sealed class PollLinkExpired()
    : ConflictProblem(
        "poll-link-expired",
        new(
            "Dieser Link ist abgelaufen, die Umfrage ist vorbei. Die Koordination sagt Ihnen, was daraus wurde.",
            "This link has expired, the poll is over. The coordinator can tell you what became of it."
        )
    );

/// <summary>A date was chosen, or it was called off.</summary>
public sealed class PollIsClosed(PollState state)
    : ConflictProblem("poll-closed", new($"Die Umfrage ist beendet (Stand: {state}).", $"The poll has ended (state: {state})."));
