using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Frame;

/// <summary>Rights as the API names them: what someone may not do is not offered; whether they may, the API decides.</summary>
static class Permission
{
    public const string MembersManage = "members.manage",
        LandkreisDescribe = "landkreis.describe",
        PapersRead = "papers.read",
        PapersWrite = "papers.write",
        DecisionsRecord = "decisions.record",
        PlansRead = "plans.read",
        PlansWrite = "plans.write",
        MeetingsWrite = "meetings.write",
        EventsHold = "events.hold",
        RegistrationsMake = "registrations.make",
        RegistrationsManage = "registrations.manage",
        CheckInsMake = "check-ins.make",
        PollsManage = "polls.manage",
        BudgetRead = "budget.read",
        BudgetWrite = "budget.write",
        MailManage = "mail.manage",
        TranslationsWrite = "translations.write",
        OrganisationsManage = "organisations.manage",
        TopicAreasRead = "topic-areas.read",
        TopicAreasManage = "topic-areas.manage",
        ContributionsSubmit = "contributions.submit",
        RecordsWrite = "records.write",
        ModerationDecide = "moderation.decide",
        ModerationSettings = "moderation.settings",
        BoardsRun = "boards.run",
        SurveysManage = "surveys.manage",
        StatisticsManage = "statistics.manage",
        ConceptRead = "concept.read",
        ConceptWrite = "concept.write",
        MilestonesManage = "milestones.manage";

    public static bool May(this MembershipDto? membership, string permission) => membership?.Permissions?.Contains(permission) == true;
}
