namespace Integrationskonzept.Scheduling.Attendance.Contacts;

/// <summary>Languages that mails are written in.</summary>
public enum MailLanguage
{
    /// <summary>German.</summary>
    De,

    /// <summary>English.</summary>
    En,
}
