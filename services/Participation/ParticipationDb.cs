using Integrationskonzept.Mailing;
using Integrationskonzept.Participation.Answers;
using Integrationskonzept.Participation.Attachments;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Persons;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.Participation.Translations;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Participation;

/// <summary>Topic areas, organisations, contributions with their points, and the records of results.</summary>
public sealed class ParticipationDb(DbContextOptions<ParticipationDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "participation";

    public DbSet<TopicArea> TopicAreas => Set<TopicArea>();
    public DbSet<Opening> Openings => Set<Opening>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationImport> OrganisationImports => Set<OrganisationImport>();
    public DbSet<StakeholderPerson> StakeholderPersons => Set<StakeholderPerson>();
    public DbSet<StakeholderGroups> StakeholderGroups => Set<StakeholderGroups>();
    public DbSet<EventGuest> EventGuests => Set<EventGuest>();
    public DbSet<Contribution> Contributions => Set<Contribution>();
    public DbSet<ContributionWord> ContributionWords => Set<ContributionWord>();
    public DbSet<VocabularyWord> Vocabulary => Set<VocabularyWord>();
    public DbSet<PreparedAnswer> PreparedAnswers => Set<PreparedAnswer>();
    public DbSet<NewsAddress> NewsAddresses => Set<NewsAddress>();
    public DbSet<NewsItem> NewsItems => Set<NewsItem>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Support> Supports => Set<Support>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<ContributionTranslation> ContributionTranslations => Set<ContributionTranslation>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<GivenPoints> Points => Set<GivenPoints>();
    public DbSet<Tablet> Tablets => Set<Tablet>();
    public DbSet<Record> Records => Set<Record>();
    public DbSet<EventRecord> EventRecords => Set<EventRecord>();
    public DbSet<Presence> Presence => Set<Presence>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<RecordPhoto> RecordPhotos => Set<RecordPhoto>();
    public DbSet<ModerationRules> ModerationRules => Set<ModerationRules>();
    public DbSet<ModerationCase> ModerationCases => Set<ModerationCase>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<Block> Blocks => Set<Block>();
    public DbSet<LogEntry> ModerationLog => Set<LogEntry>();
    public DbSet<Board> Boards => Set<Board>();
    public DbSet<BoardCounter> BoardCounters => Set<BoardCounter>();
    public DbSet<BoardChange> BoardChanges => Set<BoardChange>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<CardGroup> CardGroups => Set<CardGroup>();
    public DbSet<CardDots> CardDots => Set<CardDots>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();
    public DbSet<SurveyTurn> SurveyTurns => Set<SurveyTurn>();
    public DbSet<SurveyLink> SurveyLinks => Set<SurveyLink>();
    public DbSet<SurveyClosing> SurveyClosings => Set<SurveyClosing>();
    public DbSet<DistrictStatistics> DistrictStatistics => Set<DistrictStatistics>();
    public DbSet<Representation> Representations => Set<Representation>();
    public DbSet<RepresentationTurn> RepresentationTurns => Set<RepresentationTurn>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(ParticipationDb).Assembly);
        model.AddMailing();
        model.AddPersonAliases();
        model.AddConsents();
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<ParticipationDb>
    {
        public ParticipationDb CreateDbContext(string[] args) => ServiceHost.Open<ParticipationDb>("Host=localhost");
    }
}
