namespace Integrationskonzept.ServiceDefaults.Authorization;

/// <summary>Who someone is within a Landkreis. A person can have several roles, and roles in several Landkreise.</summary>
public static class Roles
{
    /// <summary>Runs the platform; sees no content.</summary>
    public const string Operator = "operator";

    /// <summary>WIR-Koordination: leads the process.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Writes the concept.</summary>
    public const string Editor = "editor";

    /// <summary>Moderates events and writes their records.</summary>
    public const string Moderator = "moderator";

    /// <summary>Council office: papers, Beratungsfolge, decisions.</summary>
    public const string CouncilOffice = "council-office";

    /// <summary>Takes part.</summary>
    public const string Participant = "participant";

    /// <summary>Checks people in at the door of events, and does nothing else.</summary>
    public const string CheckInHelper = "check-in-helper";

    /// <summary>The roles that a member of a Landkreis can have.</summary>
    public static IReadOnlyList<string> OfTenant { get; } = [Coordinator, Editor, Moderator, CouncilOffice, Participant, CheckInHelper];

    /// <summary>Those who work on the concept, apart from those who take part and those who help.</summary>
    public static IReadOnlyList<string> OfStaff { get; } = [Coordinator, Editor, Moderator, CouncilOffice];
}

/// <summary>Every right there is, and which roles have it. Each endpoint names one.</summary>
public static class Permissions
{
    public const string TenantsManage = "tenants.manage";
    public const string PlatformOperate = "platform.operate";
    public const string TasksRead = "tasks.read";
    public const string MyDataRead = "my-data.read";
    public const string MembersManage = "members.manage";
    public const string LandkreisDescribe = "landkreis.describe";

    public const string PapersRead = "papers.read";
    public const string PapersWrite = "papers.write";
    public const string DecisionsRecord = "decisions.record";

    public const string PlansRead = "plans.read";
    public const string PlansWrite = "plans.write";
    public const string MeetingsWrite = "meetings.write";
    public const string EventsHold = "events.hold";
    public const string RegistrationsMake = "registrations.make";
    public const string RegistrationsManage = "registrations.manage";
    public const string CheckInsMake = "check-ins.make";
    public const string PollsManage = "polls.manage";
    public const string BudgetRead = "budget.read";
    public const string BudgetWrite = "budget.write";
    public const string MailManage = "mail.manage";

    public const string TopicAreasRead = "topic-areas.read";
    public const string TopicAreasManage = "topic-areas.manage";
    public const string ContributionsSubmit = "contributions.submit";
    public const string TranslationsWrite = "translations.write";
    public const string OrganisationsManage = "organisations.manage";
    public const string RecordsWrite = "records.write";
    public const string ModerationDecide = "moderation.decide";
    public const string ModerationSettings = "moderation.settings";
    public const string BoardsRun = "boards.run";
    public const string SurveysManage = "surveys.manage";
    public const string StatisticsManage = "statistics.manage";

    public const string ConceptRead = "concept.read";
    public const string ConceptWrite = "concept.write";
    public const string MilestonesManage = "milestones.manage";

    static readonly string[] Staff = [.. Roles.OfStaff];
    static readonly string[] Everyone = [.. Staff, Roles.Participant];

    static readonly Dictionary<string, string[]> RolesOf = new()
    {
        [TenantsManage] = [Roles.Operator],
        [PlatformOperate] = [Roles.Operator],
        [TasksRead] = [.. Roles.OfTenant],
        [MyDataRead] = [.. Roles.OfTenant],
        [MembersManage] = [Roles.Coordinator],
        [LandkreisDescribe] = [Roles.Coordinator],
        [PapersRead] = Staff,
        [PapersWrite] = [Roles.Coordinator, Roles.CouncilOffice],
        [DecisionsRecord] = [Roles.CouncilOffice],
        [PlansRead] = Everyone,
        [PlansWrite] = [Roles.Coordinator],
        [MeetingsWrite] = [Roles.Coordinator, Roles.CouncilOffice],
        [EventsHold] = [Roles.Coordinator, Roles.Moderator],
        [RegistrationsMake] = Everyone,
        [RegistrationsManage] = [Roles.Coordinator, Roles.Moderator],
        [CheckInsMake] = [Roles.Coordinator, Roles.Moderator, Roles.CheckInHelper],
        [PollsManage] = [Roles.Coordinator, Roles.Moderator],
        [BudgetRead] = [Roles.Coordinator, Roles.CouncilOffice],
        [BudgetWrite] = [Roles.Coordinator],
        [MailManage] = [Roles.Coordinator],
        [TopicAreasRead] = Everyone,
        [TopicAreasManage] = [Roles.Coordinator],
        [ContributionsSubmit] = Everyone,
        [TranslationsWrite] = [Roles.Coordinator, Roles.Moderator],
        [OrganisationsManage] = [Roles.Coordinator],
        [RecordsWrite] = [Roles.Coordinator, Roles.Moderator],
        [ModerationDecide] = [Roles.Coordinator, Roles.Moderator],
        [ModerationSettings] = [Roles.Coordinator],
        [BoardsRun] = [Roles.Coordinator, Roles.Moderator],
        [SurveysManage] = [Roles.Coordinator],
        [StatisticsManage] = [Roles.Coordinator, Roles.CouncilOffice],
        [ConceptRead] = Staff,
        [ConceptWrite] = [Roles.Coordinator, Roles.Editor],
        [MilestonesManage] = [Roles.Coordinator],
    };

    /// <summary>Every permission's name.</summary>
    public static IReadOnlyCollection<string> All => RolesOf.Keys;

    /// <summary>True if one of the roles has the permission.</summary>
    public static bool Grants(string permission, IEnumerable<string> roles) => roles.Intersect(RolesOf[permission]).Any();
}
