using Integrationskonzept.ServiceDefaults.Persons;

namespace Integrationskonzept.Participation.Erasure;

static class ErasureSetup
{
    /// <summary>All that Participation keeps of people. Contributions first: what goes wholly takes what hangs on it along.</summary>
    public static void AddPersonalData(this IServiceCollection services) =>
        services
            .AddPersonalData<ContributionData>()
            .AddPersonalData<DraftData>()
            .AddPersonalData<CommentData>()
            .AddPersonalData<VoteData>()
            .AddPersonalData<RecordData>()
            .AddPersonalData<NewsData>()
            .AddPersonalData<WayInData>()
            .AddPersonalData<BoardData>()
            .AddPersonalData<SurveyData>()
            .AddPersonalData<RepresentationData>()
            .AddPersonalData<OrganisationData>()
            .AddPersonalData<PersonData>()
            .AddPersonalData<GuestData>()
            .AddPersonalData<ConsentData>()
            .AddPersonalData<ModerationData>()
            .AddPersonalData<ModerationLogData>();
}
