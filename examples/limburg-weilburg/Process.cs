using Landkreis = Integrationskonzept.Client.Api.V1.Item.WithTenantItemRequestBuilder;

namespace Integrationskonzept.Walkthrough;

/// <summary>One Landkreis' way through the story: its part of the API, as each of its roles.</summary>
public sealed class Process(Platform platform, string tenant, Story story)
{
    public Platform Platform => platform;
    public string Tenant => tenant;
    public Story Story => story;

    /// <summary>Id of the mandate that this way serves; a Landkreis may have several, one after the other.</summary>
    public Guid Mandate { get; set; }

    public Landkreis AsCoordinator => As("coordinator");
    public Landkreis AsCouncilOffice => As("council-office");
    public Landkreis AsModerator => As("moderator");
    public Landkreis AsEditor => As("editor");
    public Landkreis AsCheckInHelper => As("check-in-helper");
    public Landkreis AsAnybody => platform.Anonymous.Api.V1[tenant];

    /// <summary>The client of this Landkreis that is called so.</summary>
    public Landkreis As(string name) => platform.As(Client(name)).Api.V1[tenant];

    public string Client(string name) => $"{tenant}.{name}";

    public void Say(string text) => platform.Say($"{tenant}: {text}");
}
