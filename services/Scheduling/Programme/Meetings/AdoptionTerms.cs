using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Scheduling.Programme.Meetings;

/// <summary>When the result is to be adopted; the last event is counted back from it.</summary>
public sealed record AdoptionTerms
{
    /// <summary>Day of the meeting of the council that adopts; it must be on file.</summary>
    public required DateOnly On { get; init; }

    /// <summary>
    /// Days before that meeting by which its papers must be out; 14, the notice period of a Kreistag in Hesse, if not said.
    /// </summary>
    [Range(0, 120)]
    public int NoticeDays { get; init; } = 14;

    /// <summary>Organizations that deal with it before, in their order: the advisory board, then the Kreisausschuss.</summary>
    [MaxLength(10)]
    public IReadOnlyList<PriorConsultation> Before { get; init; } = [];

    /// <summary>Days for writing, between the last event and the first papers; 42 if not said.</summary>
    [Range(0, 730)]
    public int DraftingDays { get; init; } = 42;
}

/// <param name="Organization">Key of the organization.</param>
/// <param name="NoticeDays">Days before its meeting by which its papers must be out; 7 if not said.</param>
public sealed record PriorConsultation([Required, MaxLength(63)] string Organization, [Range(0, 120)] int NoticeDays = 7);
