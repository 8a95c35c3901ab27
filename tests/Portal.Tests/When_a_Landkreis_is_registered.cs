using Integrationskonzept.Portal.Pages.Operators;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_Landkreis_is_registered
{
    [Fact]
    public void Its_organizations_stand_one_a_line_and_their_keys_have_no_umlauts()
    {
        var form = new TenantForm { Council = "Kreistag", Others = "Ausschuss für Soziales, Familie\nKreisgrößenrat\n" };
        var organizations = form.ToRegistration().Description!.Organizations!;
        organizations.Select(one => one.Name).ShouldBe(["Kreistag", "Ausschuss für Soziales, Familie", "Kreisgrößenrat"]);
        organizations.Select(one => one.Key).ShouldBe(["kreistag", "ausschuss-fuer-soziales-familie", "kreisgroessenrat"]);
        organizations.Select(one => one.Authoritative).ShouldBe([true, false, false]);
    }
}
