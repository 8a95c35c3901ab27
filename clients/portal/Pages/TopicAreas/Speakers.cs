using Integrationskonzept.Client.Api.V1.Item;

namespace Integrationskonzept.Portal.Pages.TopicAreas;

/// <summary>In whose name somebody may contribute and comment.</summary>
static class Speakers
{
    const int PageSize = 200;

    /// <param name="here">The Landkreis.</param>
    /// <param name="all">For who writes down what delegates say: every organisation; else those of the person.</param>
    public static async Task<List<(string, string)>> OrganisationsAsync(this WithTenantItemRequestBuilder here, bool all)
    {
        var found = new List<(string, string)>();
        Guid? after = null;
        do
        {
            var part = await here.Organisations.GetAsync(request =>
                (request.QueryParameters.Limit, request.QueryParameters.After) = (PageSize, after)
            );
            found.AddRange(part!.Items!.Where(one => all || one.Mine == true).Select(one => (one.Id!.Value.ToString(), one.Name!)));
            after = part.Next;
        } while (after is not null);
        return found;
    }
}
