using Integrationskonzept.Client.Models;
using Landkreis = Integrationskonzept.Client.Api.V1.Item.WithTenantItemRequestBuilder;

namespace Integrationskonzept.Walkthrough.Api;

/// <summary>Whole lists. The API gives them in pages, and each page says where the next one begins.</summary>
static class Lists
{
    public static Task<List<PaperDto>> AllPapersAsync(this Landkreis api) =>
        AllAsync(after => api.Papers.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<PlanDto>> AllPlansAsync(this Landkreis api) =>
        AllAsync(after => api.Plans.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<VenueDto>> AllVenuesAsync(this Landkreis api) =>
        AllAsync(after => api.Venues.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<EventDto>> AllEventsAsync(this Landkreis api) =>
        AllAsync(after => api.Events.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<OrganisationDto>> AllOrganisationsAsync(this Landkreis api) =>
        AllAsync(after => api.Organisations.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<TopicAreaDto>> AllTopicAreasAsync(this Landkreis api) =>
        AllAsync(after => api.TopicAreas.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    public static Task<List<ConceptDto>> AllConceptsAsync(this Landkreis api) =>
        AllAsync(after => api.Concepts.GetAsync(page => page.QueryParameters.After = after), page => (page.Items, page.Next));

    static async Task<List<TItem>> AllAsync<TPage, TItem>(Func<Guid?, Task<TPage?>> ask, Func<TPage, (List<TItem>?, Guid?)> read)
    {
        var all = new List<TItem>();
        Guid? after = null;
        do
        {
            (var items, after) = read((await ask(after))!);
            all.AddRange(items!);
        } while (after is not null);
        return all;
    }
}
