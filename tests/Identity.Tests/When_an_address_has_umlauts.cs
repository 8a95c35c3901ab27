using System.Net;
using System.Text;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_an_address_has_umlauts(IdentityService service)
{
    /// <summary>Devices write ü as one character or as two, and some write it large.</summary>
    [Fact]
    public async Task It_is_the_same_however_it_is_written()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var umlauts = $"müller-{name}";
        await Database.ExecuteAsync(service.AdminConnection, $"update accounts set user_name = '{umlauts}' where user_name = '{name}'");
        foreach (
            var written in new[]
            {
                umlauts,
                umlauts.ToUpperInvariant(),
                umlauts.Normalize(NormalizationForm.FormD),
                $" {umlauts.ToUpperInvariant().Normalize(NormalizationForm.FormD)} ",
            }
        )
        {
            using var signedIn = await new AccountBrowser(service).SignInAsync(written, Given.Password);
            signedIn.StatusCode.ShouldBe(HttpStatusCode.Found, written);
        }
    }
}
