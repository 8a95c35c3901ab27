using Integrationskonzept.Client.Api.V1.Item;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Organisations;

/// <summary>The API knows delegates by the ids of their accounts, people by their mail addresses.</summary>
static class Delegates
{
    const int PageSize = 200;

    /// <summary>Who is no member is a problem of the field, as the API would say it.</summary>
    public static async Task<List<string>> IdsAsync(this WithTenantItemRequestBuilder here, string? lines)
    {
        var wanted = lines.ToLines();
        if (wanted.Count == 0)
            return [];
        var ids = await MembersAsync(here);
        return wanted.Find(address => !ids.ContainsKey(address)) is { } stranger
            ? throw new FieldProblem(
                "delegates",
                new Text($"{stranger} ist kein Mitglied des Landkreises.", $"{stranger} is no member of the Landkreis.").ToString()
            )
            : [.. wanted.Select(address => ids[address])];
    }

    /// <summary>Their addresses, a line each; who is no member any more contributes nothing, and is left out.</summary>
    public static async Task<string> AddressesAsync(this WithTenantItemRequestBuilder here, IReadOnlyCollection<string>? ids) =>
        ids is { Count: > 0 }
            ? string.Join('\n', (await MembersAsync(here)).Where(member => ids.Contains(member.Value)).Select(member => member.Key).Order())
            : "";

    static async Task<Dictionary<string, string>> MembersAsync(WithTenantItemRequestBuilder here)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Guid? after = null;
        do
        {
            var part = await here.Members.GetAsync(request =>
                (request.QueryParameters.Limit, request.QueryParameters.After) = (PageSize, after)
            );
            foreach (var member in part!.Items!)
                ids[member.UserName!] = member.Id!.Value.ToString();
            after = part.Next;
        } while (after is not null);
        return ids;
    }
}
