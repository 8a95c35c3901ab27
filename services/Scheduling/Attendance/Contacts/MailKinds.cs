namespace Integrationskonzept.Scheduling.Attendance.Contacts;

/// <summary>What mails are about; stored in the queue, so these names stay.</summary>
static class MailKinds
{
    /// <summary>Somebody without an account wants to register, and has to show that the address is theirs.</summary>
    public const string ConfirmAddress = "confirm-address";

    /// <summary>The staff asks somebody to come.</summary>
    public const string Invitation = "invitation";

    /// <summary>The staff asks somebody when they can come.</summary>
    public const string PollInvitation = "poll-invitation";

    /// <summary>A date was chosen: who can come is asked to.</summary>
    public const string PollDecided = "poll-decided";

    /// <summary>How far a registration is.</summary>
    public const string Registration = "registration";

    /// <summary>What the person says of itself has changed.</summary>
    public const string Details = "details";

    /// <summary>The event was moved or cancelled.</summary>
    public const string EventChanged = "event-changed";

    /// <summary>The event is near.</summary>
    public const string Reminder = "reminder";

    /// <summary>The event is over.</summary>
    public const string Thanks = "thanks";
}
