using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Participation;
using Integrationskonzept.Participation.Answers;
using Integrationskonzept.Participation.Attachments;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.Capturing;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Erasure;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.Mails;
using Integrationskonzept.Participation.Merging;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Persons;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.Participation.Supports;
using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.Participation.Translations;
using Integrationskonzept.Participation.WaysIn;
using Integrationskonzept.Participation.Withdrawal;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Work;

if (await ServiceHost.MigratesAsync<ParticipationDb>(ParticipationDb.Service, args))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<ParticipationDb>(ParticipationDb.Service);
builder.AddMessaging(
    ParticipationDb.Service,
    bus =>
    {
        bus.AddTopicAreaConsumers();
        bus.AddRecordConsumers();
        bus.AddEventRecordConsumers();
        bus.AddAnswerConsumers();
        bus.AddBalanceConsumers();
    }
);
builder.AddTopicAreas();
builder.AddBoards();
builder.AddSurveys();
builder.Services.AddRepresentation();
builder.Services.Configure<ContributionOptions>(builder.Configuration.GetSection("Contributions"));
builder.Services.AddHousekeeping<OrganisationImportHousekeeping>();
builder.AddPersons();
builder.AddEventRecords();
builder.AddBalance();
builder.AddAnswers();
builder.AddWaysIn();
builder.AddMailing<ParticipationMails>();
builder.Services.AddScoped<PointSpread>();
builder.AddModeration();
builder.Services.AddTranslations();
builder.AddConsents();
builder.Services.AddParticipationTasks();
builder.Services.AddPersonalData();

var app = builder.Build();
app.UseTenantService(ParticipationDb.Service);
app.MapTopicAreas();
app.MapOrganisations();
app.MapPersons();
app.MapStakeholderGroups();
app.MapBalance();
app.MapContributions();
app.MapPrioritisation();
app.MapRecords();
app.MapEventRecords();
app.MapSupports();
app.MapComments();
app.MapWordings();
app.MapAttachments();
app.MapTranslations();
app.MapWithdrawal();
app.MapMerging();
app.MapModeration();
app.MapBoards();
app.MapSurveys();
app.MapRepresentation();
app.MapAnswers();
app.MapCapturing();
app.MapInvitations();
app.MapWaysIn();
app.MapMailOperations(ParticipationDb.Service);
app.MapTasks(ParticipationDb.Service);
await app.RunAsync();

namespace Integrationskonzept.Participation
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
