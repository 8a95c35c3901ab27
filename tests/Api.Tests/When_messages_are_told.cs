using System.Reflection;
using Integrationskonzept.Contracts;
using MassTransit;

namespace Integrationskonzept.Api.Tests;

public sealed class When_messages_are_told
{
    static readonly Dictionary<string, Assembly> Services = new()
    {
        ["drafting"] = typeof(Drafting.Program).Assembly,
        ["identity"] = typeof(Identity.Program).Assembly,
        ["participation"] = typeof(Participation.Program).Assembly,
        ["publication"] = typeof(Publication.Program).Assembly,
        ["scheduling"] = typeof(Scheduling.Program).Assembly,
    };

    [Fact]
    public void Somebody_needs_each_of_them() =>
        MessageTypes.All.Except(Services.Values.SelectMany(Consumed)).Select(type => type.Name).ShouldBeEmpty();

    [Fact]
    public void Those_who_listen_are_those_who_may()
    {
        foreach (var (service, assembly) in Services)
            Consumed(assembly)
                .Select(type => type.Name)
                .Order()
                .ShouldBe(
                    MessageTypes.Routes.Where(route => route.Readers.Contains(service)).Select(route => route.Type.Name).Order(),
                    service
                );
    }

    /// <summary>What every service listens to comes with ServiceDefaults.</summary>
    static IEnumerable<Type> Consumed(Assembly assembly) =>
        assembly
            .GetTypes()
            .Concat(typeof(ServiceDefaults.ServiceHost).Assembly.GetTypes())
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(face => face.GetGenericArguments()[0])
            .Distinct();
}
