using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_files_are_named
{
    [Theory]
    [InlineData("Verwendungsnachweis", "VL-320/2022", "Verwendungsnachweis_limburg-weilburg_VL-320-2022_2026-11-26.pdf")]
    [InlineData("Bescheinigung über die Teilnahme", null, "Bescheinigung-über-die-Teilnahme_limburg-weilburg_2026-11-26.pdf")]
    [InlineData("Vorlage", "..\\VL \"1\"", "Vorlage_limburg-weilburg_VL-1_2026-11-26.pdf")]
    public void They_tell_landkreis_mandate_and_day(string title, string? mandate, string name) =>
        FileNames.Of(title, "limburg-weilburg", mandate, new(2026, 11, 26), "pdf").ShouldBe(name);

    [Theory]
    [InlineData("/ü?a=b c", "/%C3%BC?a=b%20c")]
    [InlineData("/a\r\nSet-Cookie: x", "/a%0D%0ASet-Cookie:%20x")]
    [InlineData("/connect/authorize?redirect_uri=http%3A%2F%2Fa", "/connect/authorize?redirect_uri=http%3A%2F%2Fa")]
    public void Locations_are_fit_for_a_header(string address, string location) => Locations.ForHeader(address).ShouldBe(location);
}
