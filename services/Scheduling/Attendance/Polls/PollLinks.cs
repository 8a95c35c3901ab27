using Integrationskonzept.Scheduling.Attendance.Links;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>
/// Personal links of polls: sealed, for nothing but the answer of one invitation. They can be used until the deadline, which may move; so
/// the deadline is asked of the poll, and not written into the link.
/// </summary>
sealed class PollLinks(SealedLinks links)
{
    const int Length = 16;
    const string Kind = "poll-links";

    /// <summary>The page that a link leads to; its script reads the token behind the #, so that no server's log has it.</summary>
    public string To(PollInvitation invitation) =>
        links.Page($"polls/{invitation.PollId}#answer={links.Seal(Kind, invitation.Id.ToByteArray(bigEndian: true))}");

    /// <summary>The invitation that a token names.</summary>
    public Guid Read(string text) =>
        links.Open(Kind, text) is { Length: Length } bytes ? new Guid(bytes, bigEndian: true) : throw new LinkInvalid();
}
