using System.Reflection;
using Integrationskonzept.Contracts;
using MassTransit;

namespace Integrationskonzept.Api.Tests;

public sealed class When_messages_are_told
{
    static readonly Assembly[] Services =
    [
        typeof(Drafting.Program).Assembly, typeof(Identity.Program).Assembly, typeof(Participation.Program).Assembly,
        typeof(Publication.Program).Assembly, typeof(Scheduling.Program).Assembly, typeof(ServiceDefaults.ServiceHost).Assembly,
    ];

    [Fact]
    public void Somebody_needs_each_of_them()
    {
        var consumed = Services.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(face => face.GetGenericArguments()[0]);
        MessageTypes.All.Except(consumed).Select(type => type.Name).ShouldBeEmpty();
    }
}
