using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Invitations;

/// <summary>The secret of a link; only its hash is kept.</summary>
readonly record struct InvitationLink(string Token)
{
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Token));

    public static InvitationLink New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));

    public string UrlOf(string tenant, IConfiguration configuration) =>
        new Uri(PublicUrl.Of(configuration), $"portal/{tenant}/contribute/{Token}").AbsoluteUri;
}
